package ro.parcurs.example;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread in which the CRM's work of a kind goes on, portion by portion, beside the pages. */
final class Repeating implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);

  /** How long a portion under way may take to end by itself, and then to be broken off. */
  private static final Duration PARTING = Duration.ofSeconds(2);

  private final Supplier<Duration> portion;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private Repeating(String name, Supplier<Duration> portion) {
    this.portion = portion;
    this.thread = new Thread(this::work, name);
  }

  /**
   * Begins.
   *
   * @param name of the thread
   * @param portion does some work and says how long to wait before the next
   */
  static Repeating start(String name, Supplier<Duration> portion) {
    Repeating work = new Repeating(name, portion);
    work.thread.setDaemon(true);
    work.thread.start();
    return work;
  }

  private void work() {
    try {
      boolean closed = false;
      while (!closed) {
        closed = closing.await(goOn().toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration goOn() {
    try {
      return portion.get();
    } catch (RuntimeException e) {
      LOG.warn("{}: goes on later", Thread.currentThread().getName(), e);
      return AFTER_TROUBLE;
    }
  }

  /** A portion under way may end; one that takes too long is broken off and done again later. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(PARTING.toMillis());
      thread.interrupt();
      thread.join(PARTING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
