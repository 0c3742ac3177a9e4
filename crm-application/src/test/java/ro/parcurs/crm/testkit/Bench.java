package ro.parcurs.crm.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures something against its reference in alternating rounds, so that what else goes on in the
 * machine meets both, and prints the medians as a row of the table in {@code docs/performance.md}.
 */
public final class Bench {

  /** One round: does a fixed amount of work and tells how long it took. */
  @FunctionalInterface
  public interface Round {

    Duration run() throws Exception;
  }

  private static final int ROUNDS = Integer.getInteger("parcurs.bench.rounds", 3);

  private Bench() {}

  /** One uncounted round before, which warms both up. */
  public static double ratio(
      String name, String unit, int amount, Round subject, String referenceName, Round reference)
      throws Exception {
    return ratio(name, unit, amount, 1, subject, referenceName, reference);
  }

  /**
   * @param amount how many units of work a round does
   * @param warmUp how many rounds don't count
   * @return the speed of the subject divided by that of the reference, of the medians
   */
  public static double ratio(
      String name,
      String unit,
      int amount,
      int warmUp,
      Round subject,
      String referenceName,
      Round reference)
      throws Exception {
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int round = 0; round < warmUp + ROUNDS; round++) {
      boolean counts = round >= warmUp;
      double our = speed(amount, subject.run());
      double their = speed(amount, reference.run());
      if (counts) {
        ours.add(our);
        theirs.add(their);
      }
    }
    double ratio = median(ours) / median(theirs);
    System.out.printf(
        Locale.ROOT,
        "bench %dx | %s | %s %s/s (%s) | %s: %s %s/s (%s) | **%.2f** |%n",
        ROUNDS,
        name,
        shown(median(ours)),
        unit,
        spread(ours),
        referenceName,
        shown(median(theirs)),
        unit,
        spread(theirs),
        ratio);
    return ratio;
  }

  private static double speed(int amount, Duration took) {
    return amount * 1e9 / took.toNanos();
  }

  private static String spread(List<Double> values) {
    return shown(values.stream().min(Double::compare).orElseThrow())
        + "–"
        + shown(values.stream().max(Double::compare).orElseThrow());
  }

  private static String shown(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
