package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.StoreFailure;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Promise P24: under overload it refuses quickly, recovers, and loses no connection; whatever it is
 * that takes the connections.
 */
class OverloadTest {

  private static final int CONNECTIONS = 5;
  private static final int CALLERS = 50;
  private static final String SERVED = "served";
  private static final String NO_CONNECTION = "no connection to the database is free";
  private static final String LOCKED = "waited too long for a lock";
  private static final String SLOW = "a statement took longer than allowed";
  private static final String STOOD_STILL = "the work stood still for longer than allowed";
  private static final Duration REFUSAL_WITHIN = Duration.ofSeconds(3);

  /** What comes on top for those who got a connection, and then their own time. */
  private static final Duration OWN_TIME = Duration.ofSeconds(3);

  private static final Duration IMPATIENT = Duration.ofSeconds(1);
  private static final Duration PATIENT = Duration.ofSeconds(30);

  private static final Duration NORMAL_AGAIN_WITHIN = Duration.ofSeconds(10);

  private final String url = PostgresServer.newDatabase();
  private final AtomicInteger lastYear = new AtomicInteger(2000);

  @AfterEach
  void drop() {
    PostgresServer.drop(url);
  }

  @Test
  void fifty_callers_who_are_slow_themselves_are_served_or_refused_in_time() throws Exception {
    try (PostgresAdapter adapter =
        PostgresAdapter.open(Configuration.of(url, "postgres", "").withPoolSize(CONNECTIONS))) {
      Map<String, Long> ends =
          overload(
              "slow clients",
              adapter,
              () -> {
                take(adapter, ownYear());
                DurableServer.pause(Duration.ofMillis(400));
              });
      assertThat(ends.get(SERVED)).isGreaterThanOrEqualTo(CONNECTIONS);
      assertThat(ends).containsOnlyKeys(SERVED, NO_CONNECTION);
    }
    requireNoneLeft();
  }

  @Test
  void clients_who_stand_still_in_the_middle_lose_their_connection_and_nobody_elses()
      throws Exception {
    try (PostgresAdapter adapter = open(PATIENT, PATIENT, Duration.ofMillis(500))) {
      Map<String, Long> ends =
          overload(
              "clients that stand still",
              adapter,
              () -> {
                int year = ownYear();
                take(adapter, year);
                DurableServer.pause(Duration.ofMillis(1500));
                take(adapter, year);
              });
      assertThat(ends).containsOnlyKeys(STOOD_STILL, NO_CONNECTION);
    }
    requireNoneLeft();
  }

  @Test
  void statements_that_wait_for_a_stuck_lock_are_given_up_and_the_others_refused_in_time()
      throws Exception {
    try (PostgresAdapter adapter = open(Duration.ofMillis(700), PATIENT, PATIENT);
        Connection stuck = DriverManager.getConnection(url, "postgres", "");
        Statement statement = stuck.createStatement()) {
      inUnit(adapter, () -> take(adapter, 2100));
      stuck.setAutoCommit(false);
      statement.execute("select last from number_series where year = 2100 for update");
      Map<String, Long> ends = overload("a stuck lock", adapter, () -> take(adapter, 2100));
      assertThat(ends).containsOnlyKeys(LOCKED, NO_CONNECTION);
      stuck.rollback();
      inUnit(adapter, () -> take(adapter, 2100));
    }
    requireNoneLeft();
  }

  @Test
  void statements_that_take_too_long_are_ended() throws Exception {
    try (PostgresAdapter adapter = open(PATIENT, Duration.ofMillis(700), PATIENT);
        Connection stuck = DriverManager.getConnection(url, "postgres", "");
        Statement statement = stuck.createStatement()) {
      stuck.setAutoCommit(false);
      statement.execute("lock table number_series in access exclusive mode");
      Map<String, Long> ends =
          overload("slow statements", adapter, () -> take(adapter, 2100), stuck::rollback);
      assertThat(ends).containsOnlyKeys(SLOW, NO_CONNECTION);
    }
    requireNoneLeft();
  }

  /** What is done when the overload is over. */
  private interface Relief {
    void bring() throws Exception;
  }

  private Map<String, Long> overload(String what, PostgresAdapter adapter, Runnable work)
      throws Exception {
    return overload(what, adapter, work, () -> {});
  }

  /**
   * Lets all callers in at once.
   *
   * @return how often it ended how
   */
  private Map<String, Long> overload(
      String what, PostgresAdapter adapter, Runnable work, Relief relief) throws Exception {
    Instant start = Instant.now();
    AtomicInteger late = new AtomicInteger();
    List<String> each =
        Race.of(
            CALLERS,
            () -> {
              Instant asked = Instant.now();
              String end = end(() -> inUnit(adapter, work));
              Duration limit =
                  end.equals(NO_CONNECTION) ? REFUSAL_WITHIN : REFUSAL_WITHIN.plus(OWN_TIME);
              if (Duration.between(asked, Instant.now()).compareTo(limit) > 0) {
                late.incrementAndGet();
              }
              return end;
            });
    Duration overload = Duration.between(start, Instant.now());
    Map<String, Long> ends = new TreeMap<>();
    each.forEach(end -> ends.merge(end, 1L, Long::sum));
    relief.bring();
    Instant again = Instant.now();
    requireEveryConnection(adapter);
    Duration recovery = Duration.between(again, Instant.now());
    Proof.report(
        "P24 refuses quickly and recovers: " + what,
        0,
        overload,
        "%s, %d late; all %d connections at work again after %d ms"
            .formatted(ends, late.get(), CONNECTIONS, recovery.toMillis()));
    assertThat(late).hasValue(0);
    assertThat(recovery).isLessThan(NORMAL_AGAIN_WITHIN);
    return ends;
  }

  /** As many at once as there are connections; each waits until all have one. */
  private void requireEveryConnection(PostgresAdapter adapter) throws Exception {
    CyclicBarrier allHaveOne = new CyclicBarrier(CONNECTIONS);
    assertThat(
            Race.of(
                CONNECTIONS,
                () ->
                    end(
                        () ->
                            inUnit(
                                adapter,
                                () -> {
                                  take(adapter, ownYear());
                                  Race.meet(allHaveOne);
                                }))))
        .containsOnly(SERVED);
  }

  /** The server ends a session a moment after its client has said goodbye. */
  private void requireNoneLeft() {
    DurableServer.await("no connection is left behind", () -> PostgresServer.sessionsOf(url) == 0);
  }

  /** A year, hence a series, that nobody else waits for. */
  private int ownYear() {
    return lastYear.incrementAndGet();
  }

  /** With less patience than usual, so that the test is short. */
  private PostgresAdapter open(Duration lockWait, Duration statementTime, Duration idleTime) {
    return PostgresAdapter.open(
        new Configuration(
            url,
            "postgres",
            "",
            Optional.empty(),
            CONNECTIONS,
            IMPATIENT,
            lockWait,
            statementTime,
            idleTime));
  }

  private static String end(Runnable command) {
    try {
      command.run();
      return SERVED;
    } catch (StoreFailure failure) {
      return String.valueOf(failure.getMessage());
    }
  }

  private static void inUnit(PostgresAdapter adapter, Runnable work) {
    adapter
        .port(UnitOfWork.class)
        .inTransaction(
            () -> {
              work.run();
              return true;
            });
  }

  private static void take(PostgresAdapter adapter, int year) {
    adapter.port(NumberSeries.class).next(Series.OFFER, year);
  }
}
