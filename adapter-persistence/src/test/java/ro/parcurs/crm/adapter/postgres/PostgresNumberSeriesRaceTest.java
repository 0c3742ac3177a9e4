package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.UnitOfWork;

/** Many take numbers from one series at once, and some of them change their mind. */
class PostgresNumberSeriesRaceTest {

  private static final int NUMBERS = 5_000;
  private static final int THREADS = 8;

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private final NumberSeries series = DATABASE.port(NumberSeries.class);
  private final UnitOfWork unitOfWork = DATABASE.port(UnitOfWork.class);

  @FunctionalInterface
  private interface Taking {
    int next();
  }

  private record Outcome(List<Integer> kept, int rolledBack) {}

  @Test
  void five_thousand_numbers_taken_by_eight_threads_have_no_hole_and_no_duplicate()
      throws Exception {
    long seed = Proof.seed();
    Instant start = Instant.now();
    Outcome outcome = race(seed, () -> series.next(Series.OFFER, 2026).ordinal());
    Proof.report(
        "numbers without holes or duplicates",
        seed,
        Duration.between(start, Instant.now()),
        "%d kept by %d threads, %d given back"
            .formatted(outcome.kept().size(), THREADS, outcome.rolledBack()));
    List<Integer> kept = new ArrayList<>(outcome.kept());
    Collections.sort(kept);
    assertThat(kept).isEqualTo(IntStream.rangeClosed(1, NUMBERS).boxed().toList());
    assertThat(outcome.rolledBack()).isPositive();
    assertThat(DATABASE.query("select last from number_series where series = 'OFFER'"))
        .isEqualTo(String.valueOf(NUMBERS));
  }

  @Test
  void control_the_database_s_own_sequence_leaves_holes() throws Exception {
    DATABASE.execute("create sequence naive_number");
    long seed = Proof.seed();
    Outcome outcome =
        race(seed, () -> Integer.parseInt(DATABASE.query("select nextval('naive_number')")));
    assertThat(Collections.max(outcome.kept())).isGreaterThan(NUMBERS);
  }

  private Outcome race(long seed, Taking taking) throws Exception {
    List<Integer> kept = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger left = new AtomicInteger(NUMBERS);
    AtomicInteger rolledBack = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Random random = new Random(seed + i);
        ends.add(
            threads.submit(
                () -> {
                  while (left.getAndDecrement() > 0) {
                    while (!take(taking, random.nextInt(10) == 0, kept)) {
                      rolledBack.incrementAndGet();
                    }
                  }
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return new Outcome(kept, rolledBack.get());
  }

  private boolean take(Taking taking, boolean changesMind, List<Integer> kept) {
    try {
      kept.add(
          unitOfWork.<Integer>inTransaction(
              () -> {
                int number = taking.next();
                if (changesMind) {
                  throw new IllegalStateException("changed its mind");
                }
                return number;
              }));
      return true;
    } catch (IllegalStateException e) {
      if (!changesMind) {
        throw e;
      }
      return false;
    }
  }
}
