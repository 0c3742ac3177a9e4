package ro.parcurs.crm.adapter.postgres;

import java.time.Duration;
import java.util.Optional;
import ro.parcurs.crm.digest.Digest;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.CommandResults;
import ro.parcurs.crm.work.IdempotencyKey;
import ro.parcurs.crm.work.KeyReused;

/**
 * The results of commands in the table {@code command_result}. A key is claimed by inserting its
 * row: a second claim waits in the index until the first unit of work ends, then finds its result
 * or, if it was rolled back, takes its place.
 */
final class PostgresCommandResults implements CommandResults {

  /** Only the product's own classes are made from what the table says. */
  private static final String OWN_CLASSES = "ro.parcurs.crm.";

  private final CommandResultMapper mapper;
  private final Documents documents;

  PostgresCommandResults(CommandResultMapper mapper, Documents documents) {
    this.mapper = mapper;
    this.documents = documents;
  }

  @Override
  public Optional<Object> claim(Caller caller, IdempotencyKey key, Object command) {
    String fingerprint = fingerprint(caller, command);
    if (mapper.claim(key, fingerprint) == 1) {
      return Optional.empty();
    }
    CommandResultRow first = mapper.find(key);
    if (first == null || !first.fingerprint().equals(fingerprint)) {
      throw new KeyReused(key);
    }
    if (first.resultType() == null || first.result() == null) {
      throw new IllegalStateException("claimed again before there was a result: " + key);
    }
    return Optional.of(documents.read(first.result(), ownClass(first.resultType())));
  }

  @Override
  public int forget(Duration olderThan, int limit) {
    return mapper.forget(olderThan.toMillis(), limit);
  }

  @Override
  public void keep(IdempotencyKey key, Object result) {
    String type = ownClass(result.getClass().getName()).getName();
    if (mapper.keep(key, type, documents.write(result)) != 1) {
      throw new IllegalStateException("the key was not claimed: " + key);
    }
  }

  private String fingerprint(Caller caller, Object command) {
    String text =
        String.join(
            "\n",
            caller.actor().id().value(),
            command.getClass().getName(),
            documents.write(command));
    return Digest.of(text).value();
  }

  private static Class<?> ownClass(String name) {
    if (!name.startsWith(OWN_CLASSES)) {
      throw new IllegalArgumentException("not a result that can be kept: " + name);
    }
    try {
      return Class.forName(name, false, PostgresCommandResults.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a result of a class that is gone: " + name, e);
    }
  }
}
