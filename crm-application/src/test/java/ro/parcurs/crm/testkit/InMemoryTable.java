package ro.parcurs.crm.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Immutable values by key, in the order in which they were added; part of an {@link
 * InMemoryDatabase}.
 */
public final class InMemoryTable<K, V> {

  private final ReentrantLock lock;
  private final Runnable requireUnitOfWork;
  private Map<K, V> rows = new LinkedHashMap<>();

  InMemoryTable(ReentrantLock lock, Runnable requireUnitOfWork) {
    this.lock = lock;
    this.requireUnitOfWork = requireUnitOfWork;
  }

  public Optional<V> find(K key) {
    lock.lock();
    try {
      return Optional.ofNullable(rows.get(key));
    } finally {
      lock.unlock();
    }
  }

  /** Only inside a unit of work. */
  public void put(K key, V value) {
    requireUnitOfWork.run();
    rows.put(key, value);
  }

  /** Only inside a unit of work. */
  public void remove(K key) {
    requireUnitOfWork.run();
    rows.remove(key);
  }

  /** A copy of all keys. */
  public List<K> keys() {
    lock.lock();
    try {
      return List.copyOf(rows.keySet());
    } finally {
      lock.unlock();
    }
  }

  /** A copy of all values. */
  public List<V> all() {
    lock.lock();
    try {
      return List.copyOf(rows.values());
    } finally {
      lock.unlock();
    }
  }

  String rendering() {
    return rows.entrySet().stream()
        .map(row -> row.getKey() + "@" + System.identityHashCode(row.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** Keeps the present content; running the result brings it back. */
  Runnable remember() {
    Map<K, V> before = new LinkedHashMap<>(rows);
    return () -> rows = before;
  }
}
