package ro.parcurs.crm.testkit;

import java.util.Optional;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.CommandResults;
import ro.parcurs.crm.work.IdempotencyKey;
import ro.parcurs.crm.work.KeyReused;

/** The results of commands in memory. */
public final class InMemoryCommandResults implements CommandResults {

  private record Claim(UserId by, Object command, Optional<Object> result) {}

  private final InMemoryTable<IdempotencyKey, Claim> claims;

  public InMemoryCommandResults(InMemoryDatabase database) {
    claims = database.table();
  }

  @Override
  public Optional<Object> claim(Caller caller, IdempotencyKey key, Object command) {
    Claim claim = new Claim(caller.actor().id(), command, Optional.empty());
    Optional<Claim> first = claims.find(key);
    if (first.isEmpty()) {
      claims.put(key, claim);
      return Optional.empty();
    }
    if (!first.get().by().equals(claim.by()) || !first.get().command().equals(command)) {
      throw new KeyReused(key);
    }
    return first.get().result();
  }

  @Override
  public void keep(IdempotencyKey key, Object result) {
    Claim claim =
        claims
            .find(key)
            .orElseThrow(() -> new IllegalStateException("the key was not claimed: " + key));
    claims.put(key, new Claim(claim.by(), claim.command(), Optional.of(result)));
  }
}
