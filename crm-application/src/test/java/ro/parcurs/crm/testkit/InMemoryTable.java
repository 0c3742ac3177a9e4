package ro.parcurs.crm.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Immutable values by key, in the order in which they were added; part of an {@link
 * InMemoryDatabase}.
 */
public final class InMemoryTable<K, V> {

  private final ReentrantLock lock;
  private Map<K, V> rows = new LinkedHashMap<>();

  InMemoryTable(ReentrantLock lock) {
    this.lock = lock;
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
    requireUnitOfWork();
    rows.put(key, value);
  }

  /** Only inside a unit of work. */
  public void remove(K key) {
    requireUnitOfWork();
    rows.remove(key);
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

  private void requireUnitOfWork() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("written outside a unit of work");
    }
  }

  /** Keeps the present content; running the result brings it back. */
  Runnable remember() {
    Map<K, V> before = new LinkedHashMap<>(rows);
    return () -> rows = before;
  }
}
