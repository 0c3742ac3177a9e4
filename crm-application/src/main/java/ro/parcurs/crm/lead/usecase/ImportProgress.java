package ro.parcurs.crm.lead.usecase;

import java.time.Duration;
import java.util.Optional;

/**
 * How far an import is.
 *
 * @param resumed how many rows had been read before it was resumed
 * @param taken since it began or was resumed
 */
public record ImportProgress(ImportRun run, int resumed, Duration taken) {

  /** Is told of each batch that was committed. */
  @FunctionalInterface
  public interface Listener {

    /** Returns whether to go on; if not, the import is cancelled. */
    boolean goesOnAfter(ImportProgress progress);
  }

  /** Percent of the rows, 0 to 100. */
  public int percent() {
    return run.rows() == 0 ? 100 : (int) (100L * run.counts().read() / run.rows());
  }

  /** Rows a second, since it began or was resumed. */
  public long rate() {
    long millis = Math.max(1, taken.toMillis());
    return 1000L * run.counts().read() / millis - 1000L * resumed / millis;
  }

  /** The time left, as the rate has it; empty while nothing was read. */
  public Optional<Duration> left() {
    int read = run.counts().read() - resumed;
    if (read == 0) {
      return Optional.empty();
    }
    return Optional.of(taken.multipliedBy(run.rows() - run.counts().read()).dividedBy(read));
  }
}
