package ro.parcurs.crm.work;

import jakarta.inject.Inject;
import java.time.Duration;

/**
 * What the embedding application lets be done from time to time, by a job of its own, for example
 * once a day. Thread-safe, and harmless when done by several at once.
 */
public final class Housekeeping {

  /** Nobody gives a command again after that. */
  public static final Duration USUAL_AGE = Duration.ofDays(30);

  /** So few that others hardly notice. */
  public static final int BATCH = 1_000;

  private final UnitOfWork unitOfWork;
  private final CommandResults results;

  @Inject
  public Housekeeping(UnitOfWork unitOfWork, CommandResults results) {
    this.unitOfWork = unitOfWork;
    this.results = results;
  }

  /**
   * Forgets the results of commands that were given with an idempotency key longer ago than that,
   * at most {@value #BATCH} of them, in a unit of work of its own. After that the same key would do
   * the command again, so the age is longer than anybody waits before pressing again.
   *
   * @param olderThan positive; usually {@link #USUAL_AGE}
   * @return how many were forgotten; as long as it is {@value #BATCH}, there may be more
   * @throws IllegalArgumentException when the age isn't positive
   */
  public int forgetResults(Duration olderThan) {
    if (olderThan.isNegative() || olderThan.isZero()) {
      throw new IllegalArgumentException("not an age: " + olderThan);
    }
    return unitOfWork.inTransaction(() -> results.forget(olderThan, BATCH));
  }
}
