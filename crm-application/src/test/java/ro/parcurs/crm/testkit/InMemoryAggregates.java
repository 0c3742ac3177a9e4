package ro.parcurs.crm.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;

/**
 * What every in-memory store of aggregates has in common: added once, read back at the stored
 * version, saved only over the version that was read.
 *
 * @param <I> the identity
 * @param <A> the aggregate, immutable
 */
public final class InMemoryAggregates<I, A> {

  private final Subject subject;
  private final InMemoryTable<I, A> table;
  private final Function<A, I> id;
  private final Function<A, Version> version;
  private final Function<A, Stamp> changed;
  private final BiFunction<A, Version, A> atVersion;

  /**
   * @param atVersion the same aggregate with another version
   */
  public InMemoryAggregates(
      Subject subject,
      InMemoryTable<I, A> table,
      Function<A, I> id,
      Function<A, Version> version,
      Function<A, Stamp> changed,
      BiFunction<A, Version, A> atVersion) {
    this.subject = subject;
    this.table = table;
    this.id = id;
    this.version = version;
    this.changed = changed;
    this.atVersion = atVersion;
  }

  public void add(A aggregate) {
    I key = id.apply(aggregate);
    if (table.find(key).isPresent()) {
      throw new AlreadyExists(subject, key.toString(), key.toString());
    }
    table.put(key, atVersion.apply(aggregate, version.apply(aggregate).next()));
  }

  public A get(I key) {
    return find(key).orElseThrow(() -> new NotFound(subject, key.toString()));
  }

  public Optional<A> find(I key) {
    return table.find(key);
  }

  public void save(A aggregate) {
    I key = id.apply(aggregate);
    A stored = get(key);
    if (!version.apply(stored).equals(version.apply(aggregate))) {
      throw new ConcurrentChange(subject, key.toString(), changed.apply(stored));
    }
    table.put(key, atVersion.apply(aggregate, version.apply(aggregate).next()));
  }

  public List<A> all() {
    return table.all();
  }
}
