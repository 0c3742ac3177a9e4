package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.OutcomeUnknown;
import ro.parcurs.crm.work.StoreBusy;
import ro.parcurs.crm.work.StoreFault;
import ro.parcurs.crm.work.StoreUnavailable;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;

/** Opening a database, and the ways in which one misbehaves. */
class PostgresAdapterTest {

  private static final LeadId LEAD = new LeadId(UUID.randomUUID());
  private static final Stamp STAMP =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-03-29T01:30:00.123456Z"));

  @Test
  void the_clocks_of_the_tests_are_far_apart() {
    assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of("Pacific/Kiritimati"));
    assertThat(PostgresServer.ZONE).isEqualTo("America/St_Johns");
  }

  @Test
  void an_empty_database_is_brought_up_to_date_and_opening_it_again_changes_nothing() {
    String url = PostgresServer.newEmptyDatabase();
    try (PostgresAdapter adapter = open(url)) {
      write(adapter);
    }
    try (PostgresAdapter again = open(url)) {
      assertThat(written(again)).isEqualTo(1);
    }
  }

  @Test
  void the_tables_live_in_the_schema_of_the_configuration_beside_those_of_others()
      throws SQLException {
    String url = PostgresServer.newEmptyDatabase();
    execute(url, "create schema erp; create table erp.timeline (x int)");
    try (PostgresAdapter adapter =
        PostgresAdapter.open(Configuration.of(url, "postgres", "").withSchema("erp2"))) {
      write(adapter);
      assertThat(written(adapter)).isEqualTo(1);
    }
    execute(url, "create table erp2.of_somebody_else (x int)");
    execute(url, "create table public.of_somebody_else (x int)");
    try (PostgresAdapter beside = open(url)) {
      assertThat(written(beside)).isZero();
    }
  }

  @Test
  void several_applications_may_open_an_empty_database_at_once() throws Exception {
    String url = PostgresServer.newEmptyDatabase();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        ends.add(threads.submit(() -> open(url).close()));
      }
      for (Future<?> end : ends) {
        end.get(30, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_database_that_is_not_there_is_said_to_be_unavailable_soon() {
    Instant start = Instant.now();
    assertThatThrownBy(
            () ->
                PostgresAdapter.open(
                    Configuration.of("jdbc:postgresql://127.0.0.1:1/none", "postgres", "")))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void a_configuration_that_cannot_be_meant_is_refused() {
    assertThatThrownBy(() -> Configuration.of("jdbc:mysql://x", "u", "p"))
        .hasMessageContaining("jdbc:mysql");
    assertThatThrownBy(() -> Configuration.of("jdbc:postgresql://x", "u", "p").withSchema("a;b"))
        .hasMessageContaining("a;b");
    assertThatThrownBy(() -> Configuration.of("jdbc:postgresql://x", "u", "p").withPoolSize(0))
        .hasMessageContaining("0");
    assertThat(Configuration.of("jdbc:postgresql://x", "u", "secret").toString())
        .doesNotContain("secret");
  }

  @Test
  void guice_gets_every_port_and_so_does_one_who_does_without() {
    try (PostgresAdapter adapter = open(PostgresServer.newDatabase())) {
      Injector injector =
          Guice.createInjector(
              Stage.PRODUCTION,
              new AbstractModule() {
                @Override
                protected void configure() {
                  binder().requireExplicitBindings();
                  install(adapter.module());
                }
              });
      assertThat(injector.getInstance(Timeline.class)).isSameAs(adapter.port(Timeline.class));
      assertThatThrownBy(() -> adapter.port(Runnable.class)).hasMessageContaining("Runnable");
    }
  }

  @Test
  void when_no_connection_is_free_the_caller_learns_it_in_bounded_time() throws Exception {
    Configuration small =
        new Configuration(
            PostgresServer.newDatabase(),
            "postgres",
            "",
            Optional.empty(),
            1,
            Duration.ofMillis(300),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));
    CountDownLatch holding = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (PostgresAdapter adapter = PostgresAdapter.open(small)) {
      Thread holder = holder(adapter, holding, end);
      Instant start = Instant.now();
      assertThatThrownBy(() -> write(adapter))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("no connection");
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
      end.countDown();
      holder.join();
      write(adapter);
    }
  }

  @Test
  void one_who_waits_too_long_for_a_lock_learns_that_the_store_is_busy() throws Exception {
    Configuration impatient =
        new Configuration(
            PostgresServer.newDatabase(),
            "postgres",
            "",
            Optional.empty(),
            3,
            Duration.ofSeconds(1),
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));
    CountDownLatch holding = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (PostgresAdapter adapter = PostgresAdapter.open(impatient)) {
      Thread holder = holder(adapter, holding, end);
      assertThatThrownBy(() -> takeNumber(adapter)).isInstanceOf(StoreBusy.class);
      end.countDown();
      holder.join();
      takeNumber(adapter);
    }
  }

  @Test
  void a_deadlock_ends_with_one_of_the_two_learning_that_the_store_is_busy() throws Exception {
    try (PostgresAdapter adapter = open(PostgresServer.newDatabase())) {
      CountDownLatch both = new CountDownLatch(2);
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try {
        Future<Throwable> one = threads.submit(() -> takeBoth(adapter, both, 2030, 2031));
        Future<Throwable> other = threads.submit(() -> takeBoth(adapter, both, 2031, 2030));
        List<Throwable> failures = new ArrayList<>();
        Optional.ofNullable(one.get()).ifPresent(failures::add);
        Optional.ofNullable(other.get()).ifPresent(failures::add);
        assertThat(failures).hasSize(1).first().isInstanceOf(StoreBusy.class);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Test
  void a_statement_that_the_database_refuses_is_a_fault_and_ends_the_unit() {
    try (PostgresAdapter adapter = open(PostgresServer.newDatabase())) {
      UUID id = UUID.randomUUID();
      write(adapter, id);
      Throwable failure =
          catchThrowable(
              () ->
                  adapter
                      .port(UnitOfWork.class)
                      .inTransaction(
                          () -> {
                            append(adapter, UUID.randomUUID());
                            append(adapter, id);
                            Throwable swallowed = catchThrowable(() -> written(adapter));
                            assertThat(swallowed)
                                .isInstanceOf(StoreFault.class)
                                .hasMessageContaining("23505");
                            return true;
                          }));
      assertThat(failure).isInstanceOf(IllegalStateException.class);
      assertThat(failure.getCause()).isInstanceOf(StoreFault.class);
      assertThat(written(adapter)).isEqualTo(1);
    }
  }

  @Test
  void a_connection_that_dies_before_the_commit_means_that_nothing_was_done() {
    String url = PostgresServer.newDatabase();
    try (PostgresAdapter adapter =
        PostgresAdapter.open(Configuration.of(url, "postgres", "").withPoolSize(1))) {
      assertThatThrownBy(
              () ->
                  adapter
                      .port(UnitOfWork.class)
                      .inTransaction(
                          () -> {
                            append(adapter, UUID.randomUUID());
                            PostgresServer.endSessionsOf(url);
                            return written(adapter);
                          }))
          .isInstanceOf(StoreUnavailable.class);
      assertThat(written(adapter)).isZero();
    }
  }

  @Test
  void a_connection_that_dies_in_the_commit_leaves_the_outcome_unknown() {
    String url = PostgresServer.newDatabase();
    try (PostgresAdapter adapter =
        PostgresAdapter.open(Configuration.of(url, "postgres", "").withPoolSize(1))) {
      assertThatThrownBy(
              () ->
                  adapter
                      .port(UnitOfWork.class)
                      .inTransaction(
                          () -> {
                            adapter.port(NumberSeries.class).next(Series.OFFER, 2026);
                            PostgresServer.endSessionsOf(url);
                            return true;
                          }))
          .isInstanceOf(OutcomeUnknown.class);
      write(adapter);
    }
  }

  @Test
  void a_commit_that_comes_with_a_warning_is_not_taken_for_a_success() throws SQLException {
    String url = PostgresServer.newDatabase();
    execute(
        url,
        "create function warn() returns trigger language plpgsql as $$ begin"
            + " raise warning 'canceling wait for synchronous replication'; return null; end $$;"
            + " create constraint trigger late after insert on timeline"
            + " deferrable initially deferred for each row execute function warn()");
    try (PostgresAdapter adapter = open(url)) {
      assertThatThrownBy(() -> write(adapter))
          .isInstanceOf(OutcomeUnknown.class)
          .hasStackTraceContaining("canceling wait for synchronous replication");
    }
  }

  @Test
  void a_commit_that_the_database_refuses_is_a_failure_and_nothing_is_kept() throws SQLException {
    String url = PostgresServer.newDatabase();
    execute(
        url,
        "alter table timeline add constraint late unique (lead) deferrable initially deferred");
    try (PostgresAdapter adapter = open(url)) {
      write(adapter);
      assertThatThrownBy(() -> write(adapter))
          .isInstanceOf(StoreFault.class)
          .hasMessageContaining("23505");
      assertThat(written(adapter)).isEqualTo(1);
    }
  }

  @Test
  void an_instant_is_kept_to_the_microsecond_through_both_zones_and_summer_time() {
    try (PostgresAdapter adapter = open(PostgresServer.newDatabase())) {
      write(adapter);
      assertThat(adapter.port(Timeline.class).of(LEAD, Optional.empty(), 1).get(0).stamp().at())
          .isEqualTo(STAMP.at());
    }
  }

  private static PostgresAdapter open(String url) {
    return PostgresAdapter.open(Configuration.of(url, "postgres", "").withPoolSize(3));
  }

  private static Thread holder(PostgresAdapter adapter, CountDownLatch holding, CountDownLatch end)
      throws InterruptedException {
    Thread holder =
        new Thread(
            () ->
                adapter
                    .port(UnitOfWork.class)
                    .inTransaction(
                        () -> {
                          adapter.port(NumberSeries.class).next(Series.OFFER, 2026);
                          holding.countDown();
                          return await(end);
                        }));
    holder.start();
    await(holding);
    return holder;
  }

  private static Throwable takeBoth(
      PostgresAdapter adapter, CountDownLatch both, int first, int second) {
    NumberSeries series = adapter.port(NumberSeries.class);
    return catchThrowable(
        () ->
            adapter
                .port(UnitOfWork.class)
                .inTransaction(
                    () -> {
                      series.next(Series.OFFER, first);
                      both.countDown();
                      await(both);
                      return series.next(Series.OFFER, second);
                    }));
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void takeNumber(PostgresAdapter adapter) {
    adapter
        .port(UnitOfWork.class)
        .inTransaction(() -> adapter.port(NumberSeries.class).next(Series.OFFER, 2026));
  }

  private static void write(PostgresAdapter adapter) {
    write(adapter, UUID.randomUUID());
  }

  private static void write(PostgresAdapter adapter, UUID id) {
    adapter
        .port(UnitOfWork.class)
        .inTransaction(
            () -> {
              append(adapter, id);
              return true;
            });
  }

  private static void append(PostgresAdapter adapter, UUID id) {
    adapter
        .port(Timeline.class)
        .append(
            new TimelineEntry(
                new TimelineEntryId(id), LEAD, Optional.empty(), STAMP, new LeadActivated(1)));
  }

  private static int written(PostgresAdapter adapter) {
    return adapter.port(Timeline.class).of(LEAD, Optional.empty(), 10).size();
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
