package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.CommandResults;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.Retries;
import ro.parcurs.crm.work.StoreBusy;
import ro.parcurs.crm.work.UnitOfWork;
import ro.parcurs.crm.work.Work;

/** Two pieces of work that really wait for each other in the database. */
class DeadlockTest {

  record TakeTwo(int year) {}

  record Taken(DocumentNumber first, DocumentNumber second) {}

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final AtomicInteger LAST_YEAR = new AtomicInteger(2000);

  private final NumberSeries numbers = DATABASE.port(NumberSeries.class);

  /** A deadlock is looked for when a lock was waited for so long; usually a second. */
  @BeforeAll
  static void notice_deadlocks_soon() {
    DATABASE.execute(
        "do $$ begin"
            + " execute format('alter database %I set deadlock_timeout = 50', current_database());"
            + " end $$");
    ((HikariDataSource) DATABASE.dataSource()).getHikariPoolMXBean().softEvictConnections();
  }

  @Test
  void both_end_done_and_no_number_is_lost() throws Exception {
    long seed = Proof.seed();
    int deadlocks = Proof.tries(5, 200);
    Instant start = Instant.now();
    List<Duration> paused = new CopyOnWriteArrayList<>();
    Retries retries =
        new Retries(
            3,
            Duration.ofMillis(20),
            new Random(seed),
            length -> {
              paused.add(length);
              sleep(length);
            });
    int wrong = 0;
    for (int i = 0; i < deadlocks; i++) {
      int year = nextYear();
      wrong += deadlock(year, retries).equals(List.of("done", "done")) && isTwice(year) ? 0 : 1;
    }
    Proof.report(
        "deadlocks are begun again",
        seed,
        Duration.between(start, Instant.now()),
        "%d deadlocks, begun again %d times, %d not done by both"
            .formatted(deadlocks, paused.size(), wrong));
    assertThat(wrong).isZero();
    assertThat(paused).hasSizeGreaterThanOrEqualTo(deadlocks);
  }

  @Test
  void control_without_retries_one_of_them_is_reported_busy_and_leaves_nothing() throws Exception {
    int year = nextYear();
    assertThat(deadlock(year, Retries.NONE)).containsExactlyInAnyOrder("done", "busy");
    assertThat(numbers(year)).containsOnly(1);
  }

  @Test
  void inside_a_greater_unit_of_work_it_is_reported_and_the_whole_is_forgotten() throws Exception {
    int year = nextYear();
    UnitOfWork whole = DATABASE.port(UnitOfWork.class);
    CyclicBarrier bothHold = new CyclicBarrier(2);
    List<Callable<String>> racers =
        List.of(
            () -> end(() -> whole.inTransaction(() -> taking(year, false, bothHold, usual()))),
            () -> end(() -> whole.inTransaction(() -> taking(year, true, bothHold, usual()))));
    assertThat(Race.of(racers)).containsExactlyInAnyOrder("done", "busy");
    assertThat(numbers(year)).containsOnly(1);
  }

  @Test
  void inside_a_transaction_of_the_host_it_is_reported_and_the_host_decides() throws Exception {
    int year = nextYear();
    CyclicBarrier bothHold = new CyclicBarrier(2);
    assertThat(
            Race.of(
                List.of(
                    () -> end(() -> hosted(year, false, bothHold)),
                    () -> end(() -> hosted(year, true, bothHold)))))
        .containsExactlyInAnyOrder("done", "busy");
    assertThat(numbers(year)).containsOnly(1);
  }

  private void hosted(int year, boolean backwards, CyclicBarrier bothHold) {
    try (Connection connection = DATABASE.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      DATABASE
          .adapter()
          .inTransactionOf(connection, () -> taking(year, backwards, bothHold, usual()));
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Two who take a number of each of two series, each beginning at another end. */
  private List<String> deadlock(int year, Retries retries) throws Exception {
    CyclicBarrier bothHold = new CyclicBarrier(2);
    return Race.of(
        List.of(
            () -> end(() -> taking(year, false, bothHold, retries)),
            () -> end(() -> taking(year, true, bothHold, retries))));
  }

  private Taken taking(int year, boolean backwards, CyclicBarrier bothHold, Retries retries) {
    Work work =
        new Work(
            new CommandValidator(new SettableClock()),
            DATABASE.port(UnitOfWork.class),
            DATABASE.port(CommandResults.class),
            retries);
    return work.inTransaction(
        Caller.of(ANA).once(year + (backwards ? "/backwards" : "/forwards")),
        new TakeTwo(year),
        () -> {
          DocumentNumber first = numbers.next(backwards ? Series.CONTRACT : Series.OFFER, year);
          meet(bothHold);
          return new Taken(first, numbers.next(backwards ? Series.OFFER : Series.CONTRACT, year));
        });
  }

  private static String end(Runnable command) {
    try {
      command.run();
      return "done";
    } catch (StoreBusy e) {
      return "busy";
    }
  }

  /** The numbers that come next, less one: what was taken before. */
  private List<Integer> numbers(int year) {
    return List.of(Series.OFFER, Series.CONTRACT).stream()
        .map(
            series ->
                DATABASE
                        .port(UnitOfWork.class)
                        .<DocumentNumber>inTransaction(() -> numbers.next(series, year))
                        .ordinal()
                    - 1)
        .toList();
  }

  private boolean isTwice(int year) {
    return numbers(year).equals(List.of(2, 2));
  }

  /** A year, hence a series, that no other deadlock has. */
  private static int nextYear() {
    return LAST_YEAR.incrementAndGet();
  }

  private static Retries usual() {
    return Retries.usual();
  }

  /** The first time both meet; whoever begins again finds nobody, and goes on. */
  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(200, TimeUnit.MILLISECONDS);
    } catch (BrokenBarrierException | TimeoutException e) {
      return;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sleep(Duration length) {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
