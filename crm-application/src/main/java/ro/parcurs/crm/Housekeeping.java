package ro.parcurs.crm;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import ro.parcurs.crm.lead.usecase.ImportRuns;
import ro.parcurs.crm.work.CommandResults;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * What the embedding application lets be done from time to time, by a job of its own, for example
 * once a day. Thread-safe, and harmless when done by several at once.
 */
public final class Housekeeping {

  /** Nobody gives a command again, or goes on with an import, after that. */
  public static final Duration USUAL_AGE = Duration.ofDays(30);

  /** So few that others hardly notice. */
  public static final int BATCH = 1_000;

  /** The same of imports, each of which may have as many failed rows as a sheet has rows. */
  public static final int IMPORTS = 10;

  private final UnitOfWork unitOfWork;
  private final CommandResults results;
  private final ImportRuns imports;
  private final Clock clock;

  @Inject
  public Housekeeping(
      UnitOfWork unitOfWork, CommandResults results, ImportRuns imports, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.results = results;
    this.imports = imports;
    this.clock = clock;
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
    insistOnAge(olderThan);
    return unitOfWork.inTransaction(() -> results.forget(olderThan, BATCH));
  }

  /**
   * Forgets imports of leads that nobody has gone on with for longer than that, finished or not,
   * with the faults of their failed rows; at most {@value #IMPORTS} of them, in a unit of work of
   * its own. After that an unfinished one would begin with its first row again, and no failed rows
   * are given back, so the age is longer than anybody waits before going on. The leads stay.
   *
   * @param olderThan positive; usually {@link #USUAL_AGE}
   * @return how many were forgotten; as long as it is {@value #IMPORTS}, there may be more
   * @throws IllegalArgumentException when the age isn't positive
   */
  public int forgetImports(Duration olderThan) {
    insistOnAge(olderThan);
    return unitOfWork.inTransaction(
        () -> imports.forget(clock.instant().minus(olderThan), IMPORTS));
  }

  private static void insistOnAge(Duration olderThan) {
    if (olderThan.isNegative() || olderThan.isZero()) {
      throw new IllegalArgumentException("not an age: " + olderThan);
    }
  }
}
