package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.StoreUnavailable;
import ro.parcurs.crm.work.UnitOfWork;

/** Promise P24: under overload it refuses quickly, recovers, and loses no connection. */
class OverloadTest {

  private static final int CONNECTIONS = 5;
  private static final int CALLERS = 50;
  private static final Duration REFUSAL_WITHIN = Duration.ofSeconds(3);
  private static final Duration WORK = Duration.ofMillis(400);

  @Test
  void fifty_callers_of_five_connections_are_served_or_refused_in_time() throws Exception {
    String url = PostgresServer.newDatabase();
    AtomicInteger served = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    AtomicInteger late = new AtomicInteger();
    Instant start = Instant.now();
    try (PostgresAdapter adapter =
        PostgresAdapter.open(Configuration.of(url, "postgres", "").withPoolSize(CONNECTIONS))) {
      ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
      try {
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
          int year = 2000 + i; // a series each, so that only connections are short
          ends.add(
              threads.submit(
                  () -> {
                    Instant asked = Instant.now();
                    try {
                      workSlowly(adapter, year);
                      served.incrementAndGet();
                    } catch (StoreUnavailable e) {
                      refused.incrementAndGet();
                      if (Duration.between(asked, Instant.now()).compareTo(REFUSAL_WITHIN) > 0) {
                        late.incrementAndGet();
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
      Duration overload = Duration.between(start, Instant.now());
      Instant again = Instant.now();
      for (int i = 0; i < CONNECTIONS; i++) {
        takeNumber(adapter, 2100);
      }
      Duration recovery = Duration.between(again, Instant.now());
      Proof.report(
          "P24 refuses quickly and recovers",
          0,
          overload,
          "%d served, %d refused, %d of them late; normal again after %d ms"
              .formatted(served.get(), refused.get(), late.get(), recovery.toMillis()));
      assertThat(served.get() + refused.get()).isEqualTo(CALLERS);
      assertThat(served.get()).isGreaterThanOrEqualTo(CONNECTIONS);
      assertThat(refused).hasPositiveValue();
      assertThat(late).hasValue(0);
      assertThat(recovery).isLessThan(Duration.ofSeconds(10));
    }
    // The server ends a session a moment after its client has said goodbye.
    for (int i = 0; i < 50 && PostgresServer.sessionsOf(url) > 0; i++) {
      Thread.sleep(100);
    }
    assertThat(PostgresServer.sessionsOf(url)).as("connections left behind").isZero();
  }

  private static void workSlowly(PostgresAdapter adapter, int year) {
    adapter
        .port(UnitOfWork.class)
        .inTransaction(
            () -> {
              adapter.port(NumberSeries.class).next(Series.OFFER, year);
              return pause();
            });
  }

  private static void takeNumber(PostgresAdapter adapter, int year) {
    adapter
        .port(UnitOfWork.class)
        .inTransaction(() -> adapter.port(NumberSeries.class).next(Series.OFFER, year));
  }

  private static boolean pause() {
    try {
      Thread.sleep(WORK.toMillis());
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
