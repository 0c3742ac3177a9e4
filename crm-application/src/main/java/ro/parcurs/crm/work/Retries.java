package ro.parcurs.crm.work;

import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How often a unit of work that lost a conflict is begun again, and after which pauses. Only a
 * {@link StoreBusy} that {@linkplain StoreBusy#isOver() is over} is worth that: nothing was kept
 * then, and what was in the way is gone. Everything else, and the last conflict, is reported.
 *
 * <p>A pause has a random length, so that two who met don't meet again; its bound doubles each
 * time. Thread-safe as far as what it was given is.
 */
public final class Retries {

  /** Every conflict is reported. */
  public static final Retries NONE =
      new Retries(0, Duration.ofMillis(1), new Random(), length -> {});

  private final int most;
  private final Duration firstPause;
  private final Random random;
  private final Consumer<Duration> pause;

  /**
   * @param most how often a unit is begun again at most, from 0
   * @param firstPause the longest that the first pause may be, from 1 ms
   * @param random chooses the length of a pause
   * @param pause waits as long as it is told
   */
  public Retries(int most, Duration firstPause, Random random, Consumer<Duration> pause) {
    if (most < 0) {
      throw new IllegalArgumentException("begun again " + most + " times");
    }
    if (firstPause.toMillis() < 1) {
      throw new IllegalArgumentException("a pause of " + firstPause);
    }
    this.most = most;
    this.firstPause = firstPause;
    this.random = random;
    this.pause = pause;
  }

  /** Three times, after at most 20, 40 and 80 ms. */
  public static Retries usual() {
    return new Retries(3, Duration.ofMillis(20), new Random(), Retries::sleep);
  }

  /** Runs a unit of work, and again where that makes sense. */
  <R> R run(Supplier<R> unit) {
    for (int again = 0; again < most; again++) {
      try {
        return unit.get();
      } catch (StoreBusy busy) {
        if (!busy.isOver()) {
          throw busy;
        }
        int bound = Math.toIntExact(firstPause.toMillis() << again);
        pause.accept(Duration.ofMillis(random.nextInt(bound) + 1));
      }
    }
    return unit.get();
  }

  private static void sleep(Duration length) {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException e) {
      // Whoever interrupts wants an end, and the store gives it when it sees the mark.
      Thread.currentThread().interrupt();
    }
  }
}
