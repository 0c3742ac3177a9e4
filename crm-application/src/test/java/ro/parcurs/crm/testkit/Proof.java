package ro.parcurs.crm.testkit;

import java.time.Duration;

/**
 * How often a promise is put to the test: a few times in every build, as often as was promised with
 * {@code mvn -Pproof verify}. What was tried is printed, with the seed that repeats it.
 */
public final class Proof {

  private static final boolean FULL = Boolean.getBoolean("parcurs.proof");

  private Proof() {}

  /** The number of tries of this run. */
  public static int tries(int everyBuild, int promised) {
    return FULL ? promised : everyBuild;
  }

  /** A new seed, or the one given as {@code -Dparcurs.seed}. */
  public static long seed() {
    return Long.getLong("parcurs.seed", System.nanoTime());
  }

  /** Prints what was tried and what came of it. */
  public static void report(String promise, long seed, Duration took, String figures) {
    System.out.printf(
        "proof | %s | %s | %d ms | -Dparcurs.seed=%d%n", promise, figures, took.toMillis(), seed);
  }
}
