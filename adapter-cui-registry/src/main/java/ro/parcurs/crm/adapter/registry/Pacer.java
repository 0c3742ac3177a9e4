package ro.parcurs.crm.adapter.registry;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets requests go one after another, each a while after the one before has ended. There is one for
 * each service in the process, however many adapters ask it. Thread-safe.
 *
 * <p>The while is counted from the end: a request can reach the service late, but not after it was
 * answered, so the service too sees them apart by that much.
 */
final class Pacer {

  private static final ConcurrentMap<URI, Pacer> BY_SERVICE = new ConcurrentHashMap<>();

  private final Semaphore turn = new Semaphore(1, true);
  private long next = System.nanoTime();

  private Pacer() {}

  static Pacer of(URI service) {
    return BY_SERVICE.computeIfAbsent(service, address -> new Pacer());
  }

  /** Waits for one's turn, which lasts until {@link #end}. */
  void begin() throws InterruptedException {
    turn.acquire();
    try {
      for (long left = left(); left > 0; left = left()) {
        TimeUnit.NANOSECONDS.sleep(left);
      }
    } catch (InterruptedException e) {
      turn.release();
      throw e;
    }
  }

  /**
   * Ends one's turn.
   *
   * @param pace how long nobody begins from now on
   */
  void end(Duration pace) {
    hold(pace);
    turn.release();
  }

  /** From now on nobody's turn begins before the pause is over. */
  synchronized void hold(Duration pause) {
    long end = System.nanoTime() + pause.toNanos();
    if (end - next > 0) {
      next = end;
    }
  }

  /** How long nobody's turn begins from now on, as far as is known; in nanoseconds. */
  synchronized long left() {
    return next - System.nanoTime();
  }
}
