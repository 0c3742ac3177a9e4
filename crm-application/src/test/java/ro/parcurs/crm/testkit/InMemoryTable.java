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

  public void put(K key, V value) {
    lock.lock();
    try {
      rows.put(key, value);
    } finally {
      lock.unlock();
    }
  }

  public void remove(K key) {
    lock.lock();
    try {
      rows.remove(key);
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

  /** Keeps the present content; running the result brings it back. */
  Runnable remember() {
    Map<K, V> before = new LinkedHashMap<>(rows);
    return () -> rows = before;
  }
}
