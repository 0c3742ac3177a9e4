package ro.parcurs.crm.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.CommandResults;
import ro.parcurs.crm.work.IdempotencyKey;
import ro.parcurs.crm.work.KeyReused;

/** The results of commands in memory. */
public final class InMemoryCommandResults implements CommandResults {

  private record Claim(UserId by, Object command, Optional<Object> result, Instant at) {}

  /** The store's own, as a database has one. */
  private static final Clock CLOCK = Clock.systemUTC();

  private final InMemoryTable<IdempotencyKey, Claim> claims;

  public InMemoryCommandResults(InMemoryDatabase database) {
    claims = database.table();
  }

  @Override
  public Optional<Object> claim(Caller caller, IdempotencyKey key, Object command) {
    Claim claim = new Claim(caller.actor().id(), command, Optional.empty(), CLOCK.instant());
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
  public int forget(Duration olderThan, int limit) {
    Instant before = CLOCK.instant().minus(olderThan);
    List<IdempotencyKey> old =
        claims.keys().stream()
            .filter(key -> claims.find(key).orElseThrow().at().isBefore(before))
            .limit(limit)
            .toList();
    old.forEach(claims::remove);
    return old.size();
  }

  @Override
  public void keep(IdempotencyKey key, Object result) {
    Claim claim =
        claims
            .find(key)
            .orElseThrow(() -> new IllegalStateException("the key was not claimed: " + key));
    claims.put(key, new Claim(claim.by(), claim.command(), Optional.of(result), claim.at()));
  }
}
