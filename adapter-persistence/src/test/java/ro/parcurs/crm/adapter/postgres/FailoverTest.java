package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.adapter.postgres.DurableServer.Death;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.OutcomeUnknown;
import ro.parcurs.crm.work.StoreFailure;
import ro.parcurs.crm.work.StoreUnavailable;

/**
 * Promise P2: what was confirmed survives the loss of the primary where a standby confirms it too,
 * and writing goes on by itself once the standby was promoted.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class FailoverTest {

  private static final int WRITERS = 8;
  private static final SettableClock CLOCK = new SettableClock();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path directory;

  private static ReplicatedPair pair;

  private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger unknown = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  @BeforeAll
  static void open() {
    pair = new ReplicatedPair(directory);
  }

  @AfterAll
  static void close() {
    pair.close();
  }

  @Test
  void with_a_synchronous_standby_nothing_confirmed_is_lost_and_writing_goes_on() throws Exception {
    long seed = Proof.seed();
    int failovers = Proof.tries(1, 50);
    Instant start = Instant.now();
    Result result = failOver(failovers, true, new Random(seed));
    Proof.report(
        "P2 what was confirmed survives the loss of the primary",
        seed,
        Duration.between(start, Instant.now()),
        "%d failovers, %s".formatted(failovers, result));
    assertThat(result.confirmed()).isGreaterThan(failovers);
    assertThat(result.lost()).isZero();
    assertThat(result.doubled()).isZero();
    assertThat(result.slowest()).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void control_with_an_asynchronous_standby_some_of_it_is_lost() throws Exception {
    long seed = Proof.seed();
    Instant start = Instant.now();
    Result result = failOver(1, false, new Random(seed));
    Proof.report(
        "control | P2 with an asynchronous standby",
        seed,
        Duration.between(start, Instant.now()),
        "1 failover, " + result);
    assertThat(result.lost()).isPositive();
  }

  /** What came of it. */
  private record Result(
      int confirmed, int failed, int unknown, int lost, int doubled, Duration slowest) {

    @Override
    public String toString() {
      return "%d confirmed, %d of them lost; %d failures, %d of unknown outcome, %d twice; writing again after %d ms at most"
          .formatted(confirmed, lost, failed, unknown, doubled, slowest.toMillis());
    }
  }

  /**
   * Eight add leads while again and again the line to the standby breaks, the primary is killed a
   * moment later, and the standby is promoted; the dead one follows it then.
   */
  private Result failOver(int times, boolean synchronous, Random random) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger();
    Duration slowest = Duration.ZERO;
    try (PostgresAdapter adapter =
        PostgresAdapter.open(Configuration.of(pair.url(), "postgres", "").withPoolSize(WRITERS))) {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        Sales sales = new Sales(adapter.module(), CLOCK);
        ends.add(threads.submit(() -> write(sales, over, written)));
      }
      for (int i = 0; i < times; i++) {
        pair.replicate(synchronous);
        int before = written.get();
        DurableServer.await("work goes on", () -> written.get() > before + WRITERS);
        DurableServer.pause(Duration.ofMillis(random.nextInt(300)));
        Wire line = pair.line();
        line.die();
        DurableServer.pause(Duration.ofMillis(100 + random.nextInt(300)));
        Instant died = Instant.now();
        pair.failOver(random.nextBoolean() ? Death.KILLED : Death.STOPPED_AT_ONCE);
        int then = written.get();
        DurableServer.await("work goes on", () -> written.get() > then);
        Duration took = Duration.between(died, Instant.now());
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        line.revive();
      }
      over.set(true);
      for (Future<?> end : ends) {
        end.get(2, TimeUnit.MINUTES);
      }
      return result(slowest);
    } finally {
      over.set(true);
      threads.shutdownNow();
    }
  }

  /** Adds one lead after the other; what fails is said again, with its key. */
  private void write(Sales sales, AtomicBoolean over, AtomicInteger written) {
    while (!over.get()) {
      Cui cui = Cuis.next();
      boolean done = false;
      while (!done) {
        try {
          sales.lead(cui.digits(), cui);
          done = true;
          confirmed.add(cui.digits());
          written.incrementAndGet();
          DurableServer.pause(Duration.ofMillis(10));
        } catch (OutcomeUnknown e) {
          unknown.incrementAndGet();
        } catch (StoreFailure e) {
          failed.incrementAndGet();
          DurableServer.pause(Duration.ofMillis(20));
        }
      }
    }
  }

  private Result result(Duration slowest) {
    DurableServer primary = pair.primary();
    List<String> stored =
        List.of(primary.query("select string_agg(cui, ' ') from lead").split(" "));
    Set<String> lost = new HashSet<>(confirmed);
    stored.forEach(lost::remove);
    int told = Integer.parseInt(primary.query("select count(*) from timeline"));
    return new Result(
        confirmed.size(),
        failed.get(),
        unknown.get(),
        lost.size(),
        told - new HashSet<>(stored).size(),
        slowest);
  }

  @Test
  void a_pool_that_is_left_on_a_standby_refuses_and_finds_the_primary_again() {
    try (Wire address = Wire.to(pair.primary().port());
        PostgresAdapter adapter =
            PostgresAdapter.open(
                Configuration.of(address.url("postgres"), "postgres", "").withPoolSize(3))) {
      Sales sales = new Sales(adapter.module(), CLOCK);
      assertThat(isRefused(sales)).isFalse();
      pair.replicate(false);
      address.leadTo(pair.standby().port());
      address.cutAll();
      try (HikariDataSource naive = naive(address)) {
        for (int i = 0; i < 6; i++) {
          Cui cui = Cuis.next();
          assertThatThrownBy(() -> sales.lead(cui.digits(), cui))
              .isInstanceOf(StoreUnavailable.class);
        }
        assertThat(isRefused(naive)).isTrue();

        address.leadTo(pair.primary().port()); // nobody is cut: old connections still lead astray
        int refused = 0;
        for (int i = 0; i < 6; i++) {
          refused += isRefused(sales) ? 1 : 0;
        }
        Proof.report(
            "a pool that was left on a standby",
            0,
            Duration.ZERO,
            "then refused %d of 6 times; a pool that doesn't evict is refused: %s"
                .formatted(refused, isRefused(naive)));
        assertThat(refused).isZero();
        assertThat(isRefused(naive)).as("control: a pool that doesn't evict").isTrue();
      }
    }
  }

  @Test
  void a_commit_that_no_standby_confirmed_in_time_is_of_unknown_outcome() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    DurableServer primary = pair.primary();
    try (PostgresAdapter adapter = PostgresAdapter.open(impatient(primary))) {
      Sales sales = new Sales(adapter.module(), CLOCK);
      pair.replicate(true);
      Cui first = Cuis.next();
      sales.lead(first.digits(), first);

      pair.standby().die(Death.KILLED);
      Cui second = Cuis.next();
      Instant asked = Instant.now();
      assertThatThrownBy(() -> sales.lead(second.digits(), second))
          .isInstanceOf(OutcomeUnknown.class);
      Duration givenUp = Duration.between(asked, Instant.now());
      assertThat(givenUp).isLessThan(Duration.ofSeconds(6));

      Cui third = Cuis.next();
      Future<Boolean> cancelled =
          thread.submit(() -> isUnknown(() -> sales.lead(third.digits(), third)));
      DurableServer.await("it waits", () -> !cancelWaiting(primary).isEmpty());
      assertThat(cancelled.get(10, TimeUnit.SECONDS)).isTrue();
      assertThat(acknowledgedWithAWarning(primary)).as("control: plain JDBC").isTrue();

      pair.standby().start();
      for (Cui unclear : List.of(second, third)) {
        DurableServer.await("it is told", () -> ends(() -> sales.lead(unclear.digits(), unclear)));
        assertThat(
                primary.query("select count(*) from lead where cui = '" + unclear.digits() + "'"))
            .isEqualTo("1");
      }
      Proof.report(
          "a commit that no standby confirms",
          0,
          givenUp,
          "given up and of unknown outcome; cancelled by an administrator, likewise");
    } finally {
      thread.shutdownNow();
    }
  }

  private static boolean isUnknown(Runnable command) {
    try {
      command.run();
      return false;
    } catch (OutcomeUnknown e) {
      return true;
    }
  }

  /** Ends the waiting of the last commit that waits for the standby, and says which it was. */
  private static String cancelWaiting(DurableServer primary) {
    return primary.query(
        "select pid from (select pid from pg_stat_activity where wait_event = 'SyncRep'"
            + " order by xact_start desc limit 1) as waiting where pg_cancel_backend(pid)");
  }

  private static boolean ends(Runnable command) {
    try {
      command.run();
      return true;
    } catch (StoreFailure e) {
      return false;
    }
  }

  private static boolean isRefused(Sales sales) {
    Cui cui = Cuis.next();
    return !ends(() -> sales.lead(cui.digits(), cui));
  }

  /** What a program does that takes a statement without an exception for done. */
  private static boolean acknowledgedWithAWarning(DurableServer primary) throws SQLException {
    try (Connection connection = DriverManager.getConnection(primary.url(), "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      statement.executeUpdate("update vat_rate_book set version = version");
      return statement.getWarnings() != null;
    }
  }

  private static Configuration impatient(DurableServer server) {
    Configuration usual = server.configuration();
    return new Configuration(
        usual.url(),
        usual.user(),
        usual.password(),
        usual.schema(),
        3,
        usual.connectionWait(),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        usual.idleTime());
  }

  /** A pool as it comes. */
  private static HikariDataSource naive(Wire address) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.url("postgres"));
    config.setUsername("postgres");
    config.setMaximumPoolSize(1);
    return new HikariDataSource(config);
  }

  private static boolean isRefused(HikariDataSource pool) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("update vat_rate_book set version = version");
      return false;
    } catch (SQLException e) {
      return "25006".equals(e.getSQLState());
    }
  }
}
