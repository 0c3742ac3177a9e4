package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.StoreFault;
import ro.parcurs.crm.work.StoreUnavailable;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;

/** Several companies in one database: choosing one, and what comes of choosing wrongly. */
class CompaniesTest {

  private static final int CONNECTIONS = 4;
  private static final Stamp STAMP =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00Z"));

  @RegisterExtension
  static final CompanyDatabase DATABASE = new CompanyDatabase(CONNECTIONS, "alfa", "beta");

  private final PostgresAdapter postgres = DATABASE.adapter();
  private final UnitOfWork unitOfWork = DATABASE.port(UnitOfWork.class);
  private final Timeline timeline = DATABASE.port(Timeline.class);
  private final LeadId lead = new LeadId(UUID.randomUUID());

  @AfterEach
  void no_connection_belongs_to_a_company() {
    assertThat(DATABASE.searchPaths())
        .hasSize(CONNECTIONS)
        .allMatch(path -> path.equals("\"$user\", public"));
  }

  @Test
  void what_is_written_for_one_company_is_there_for_it_alone() {
    postgres.inCompany("alfa", this::write);
    assertThat(written("alfa")).isEqualTo(1);
    assertThat(written("beta")).isZero();
  }

  @Test
  void without_a_company_nothing_is_begun() {
    assertThatThrownBy(this::write)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no company was chosen");
    assertThatThrownBy(() -> unitOfWork.<Boolean>reading(() -> true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no company was chosen");
    assertThatThrownBy(this::written)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no company was chosen");
    postgres.inCompany("alfa", this::write);
    assertThatThrownBy(this::write).as("afterwards").isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_company_is_not_switched_inside_a_unit_of_work() {
    assertThatThrownBy(
            () ->
                postgres.inCompany(
                    "alfa",
                    () ->
                        unitOfWork.<Boolean>inTransaction(
                            () -> append() && postgres.inCompany("beta", this::append))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a unit of work of company \"alfa\" is under way");
    assertThat(written("alfa") + written("beta")).isZero();

    postgres.<Boolean>inCompany(
        "alfa",
        () ->
            unitOfWork.<Boolean>inTransaction(
                () -> append() && postgres.inCompany("alfa", this::append)));
    assertThat(written("alfa")).as("the same company is no switch").isEqualTo(2);
  }

  @Test
  void between_units_of_work_the_company_is_switched_and_switched_back() {
    postgres.<Boolean>inCompany(
        "alfa", () -> write() && postgres.inCompany("beta", this::write) && write());
    assertThat(written("alfa")).isEqualTo(2);
    assertThat(written("beta")).isEqualTo(1);
  }

  @Test
  void the_company_of_one_thread_is_not_that_of_another() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      postgres.inCompany(
          "alfa",
          () -> {
            assertThatThrownBy(() -> other.submit(() -> write()).get())
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasStackTraceContaining("no company was chosen");
            return true;
          });
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void a_company_that_is_not_there_is_refused_and_no_other_schema_takes_its_place()
      throws SQLException {
    // Tables of the CRM in the shared schema, which would be found after an empty company's.
    String url = PostgresServer.newDatabase();
    try (PostgresAdapter adapter =
            PostgresAdapter.companies(Configuration.of(url, "postgres", "").withPoolSize(2));
        Connection connection = java.sql.DriverManager.getConnection(url, "postgres", "")) {
      execute(connection, "create schema goala");
      for (String company : List.of("nicaieri", "goala")) {
        assertThatThrownBy(() -> adapter.inCompany(company, () -> write(adapter)))
            .isInstanceOf(StoreFault.class)
            .hasMessageContaining("there is no company \"" + company + "\"");
        assertThatThrownBy(() -> adapter.inCompany(company, () -> written(adapter)))
            .isInstanceOf(StoreFault.class)
            .hasMessageContaining("there is no company \"" + company + "\"");
      }
      adapter.migrate("goala");
      assertThat(adapter.<Boolean>inCompany("goala", () -> write(adapter))).isTrue();
      assertThat(query(connection, "select count(*) from timeline")).isEqualTo("0");
      assertThat(query(connection, "select count(*) from goala.timeline")).isEqualTo("1");
      execute(connection, "drop schema goala cascade");
      assertThatThrownBy(() -> adapter.inCompany("goala", () -> write(adapter)))
          .as("dropped while the application runs")
          .isInstanceOf(StoreFault.class)
          .hasMessageContaining("there is no company \"goala\"");
    }
    PostgresServer.drop(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Alfa",
        "al fa",
        "alfa;drop",
        "alfa,beta",
        "\"alfa\"",
        "1a",
        "public",
        "pg_catalog",
        "pg_temp",
        "information_schema",
        "ărad"
      })
  void what_cannot_be_the_name_of_a_company_is_refused(String name) {
    assertThatThrownBy(() -> postgres.inCompany(name, () -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
    assertThatThrownBy(() -> postgres.migrate(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void names_may_be_words_of_sql_and_63_characters_long() {
    for (String name : List.of("user", "select", "a".repeat(63))) {
      postgres.migrate(name);
      postgres.inCompany(name, this::write);
      assertThat(written(name)).isEqualTo(1);
    }
  }

  @Test
  void an_adapter_of_one_schema_has_no_companies_and_one_of_companies_no_schema() {
    String url = PostgresServer.newDatabase();
    Configuration one = Configuration.of(url, "postgres", "").withPoolSize(1);
    try (PostgresAdapter adapter = PostgresAdapter.open(one)) {
      assertThatThrownBy(() -> adapter.inCompany("alfa", () -> true))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("not opened for several companies");
      assertThatThrownBy(() -> adapter.migrate("alfa"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("not opened for several companies");
    }
    assertThatThrownBy(() -> PostgresAdapter.companies(one.withSchema("alfa")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alfa");
    assertThatThrownBy(
            () ->
                PostgresAdapter.companies(
                    Configuration.of("jdbc:postgresql://127.0.0.1:1/none", "postgres", "")))
        .isInstanceOf(StoreUnavailable.class);
    PostgresServer.drop(url);
  }

  @Test
  void extensions_of_the_shared_schema_are_found() throws SQLException {
    try (Connection host = DATABASE.pool().getConnection()) {
      host.setAutoCommit(false);
      new Companies(Migrations.on(DATABASE.pool()).newest()).enter(host, new SchemaName("alfa"));
      assertThat(query(host, "select similarity('alfa', 'alfa')")).isEqualTo("1");
      assertThat(query(host, "select current_schema()")).isEqualTo("alfa");
      host.rollback();
    }
  }

  // ---- with a transaction of the host ----

  @Test
  void companies_share_the_transaction_of_the_host_and_its_search_path_is_restored()
      throws SQLException {
    try (Connection host = DATABASE.pool().getConnection()) {
      host.setAutoCommit(false);
      execute(host, "set local search_path = pg_catalog, alfa");
      postgres.<Boolean>inTransactionOf(
          host,
          () -> {
            assertThatThrownBy(this::write)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no company was chosen");
            return postgres.inCompany("alfa", this::write)
                && postgres.inCompany("beta", this::write);
          });
      assertThat(query(host, "show search_path")).isEqualTo("pg_catalog, alfa");
      assertThat(
              postgres.<Integer>inCompany(
                  "beta", () -> postgres.inTransactionOf(host, this::written)))
          .as("what the host has not committed")
          .isEqualTo(1);
      assertThat(query(host, "show search_path")).isEqualTo("pg_catalog, alfa");
      assertThat(written("alfa") + written("beta")).as("as others see it").isZero();
      host.commit();
      assertThat(query(host, "show search_path")).isEqualTo("\"$user\", public");
      host.rollback();
    }
    assertThat(written("alfa")).isEqualTo(1);
    assertThat(written("beta")).isEqualTo(1);
  }

  @Test
  void the_search_path_of_the_host_is_restored_after_what_failed() throws SQLException {
    try (Connection host = DATABASE.pool().getConnection()) {
      host.setAutoCommit(false);
      execute(host, "set search_path = pg_catalog");
      UUID id = UUID.randomUUID();
      assertThatThrownBy(
              () ->
                  postgres.inTransactionOf(
                      host,
                      () ->
                          postgres.inCompany(
                              "alfa",
                              () -> unitOfWork.<Boolean>inTransaction(() -> appendTwice(id)))))
          .isInstanceOf(StoreFault.class)
          .hasMessageContaining("23505");
      assertThat(query(host, "show search_path")).isEqualTo("pg_catalog");
      assertThatThrownBy(
              () ->
                  postgres.inTransactionOf(host, () -> postgres.inCompany("nicaieri", this::write)))
          .isInstanceOf(StoreFault.class)
          .hasMessageContaining("there is no company \"nicaieri\"");
      assertThat(query(host, "show search_path")).isEqualTo("pg_catalog");
      postgres.<Boolean>inTransactionOf(host, () -> postgres.inCompany("alfa", this::write));
      host.commit();
      assertThat(query(host, "show search_path")).isEqualTo("pg_catalog");
      execute(host, "set search_path to default");
      host.commit();
    }
    assertThat(written("alfa")).isEqualTo(1);
  }

  // ---- migrations ----

  @Test
  void several_applications_may_migrate_several_companies_at_once() throws Exception {
    String url = PostgresServer.newEmptyDatabase();
    Configuration configuration = Configuration.of(url, "postgres", "").withPoolSize(1);
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try (PostgresAdapter one = PostgresAdapter.companies(configuration);
        PostgresAdapter other = PostgresAdapter.companies(configuration)) {
      List<Future<?>> ends = new ArrayList<>();
      for (String company : List.of("unu", "doi", "trei")) {
        ends.add(threads.submit(() -> one.migrate(company)));
        ends.add(threads.submit(() -> other.migrate(company)));
      }
      for (Future<?> end : ends) {
        end.get(60, TimeUnit.SECONDS);
      }
      for (String company : List.of("unu", "doi", "trei")) {
        assertThat(one.<Boolean>inCompany(company, () -> write(one))).isTrue();
        assertThat(other.<Integer>inCompany(company, () -> written(other))).isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
    }
    PostgresServer.drop(url);
  }

  @Test
  void several_threads_may_migrate_at_once_through_the_pool_of_the_host() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (String company : List.of("p1", "p2", "p3", "p3")) {
        ends.add(threads.submit(() -> postgres.migrate(company)));
      }
      for (Future<?> end : ends) {
        end.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    postgres.inCompany("p3", this::write);
    assertThat(written("p3")).isEqualTo(1);
  }

  @Test
  void a_company_that_is_newer_than_the_program_is_refused_and_left_alone() {
    postgres.migrate("noua");
    postgres.inCompany("noua", this::write);
    setVersion("noua", "99.0");
    Map<String, List<String>> rows = DATABASE.rows("noua").rows();
    List<String> catalog = Catalogs.of(DATABASE.pool(), "noua");
    assertThatThrownBy(() -> postgres.migrate("noua"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("version 99.0, newer than " + newest());
    try (PostgresAdapter older = PostgresAdapter.companies(DATABASE.pool())) {
      assertThatThrownBy(() -> older.inCompany("noua", () -> write(older)))
          .isInstanceOf(StoreFault.class)
          .hasMessageContaining("company \"noua\"")
          .hasMessageContaining("version 99.0, newer than " + newest());
      assertThatThrownBy(() -> older.inCompany("noua", () -> written(older)))
          .isInstanceOf(StoreFault.class);
    }
    assertThat(DATABASE.rows("noua").rows()).isEqualTo(rows);
    assertThat(Catalogs.of(DATABASE.pool(), "noua")).isEqualTo(catalog);
    assertThat(written("alfa")).as("the others go on").isZero();
  }

  @Test
  void a_company_that_is_older_than_the_program_is_refused_until_it_is_migrated() {
    DATABASE.execute("create schema veche");
    Migrations.flywayIn(DATABASE.pool(), new SchemaName("veche")).target("1.2").load().migrate();
    assertThatThrownBy(() -> postgres.inCompany("veche", this::write))
        .isInstanceOf(StoreFault.class)
        .hasMessageContaining("is at version 1.2, older than " + newest());
    postgres.migrate("veche");
    postgres.inCompany("veche", this::write);
    assertThat(written("veche")).isEqualTo(1);
  }

  @Test
  void a_migration_that_was_changed_after_it_ran_is_refused_for_that_company() {
    postgres.migrate("schimbata");
    DATABASE.execute("update schimbata.crm_schema_history set checksum = 1 where version = '1.1'");
    Map<String, List<String>> rows = DATABASE.rows("schimbata").rows();
    assertThatThrownBy(() -> postgres.migrate("schimbata"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("migrations other than those of this program")
        .hasMessageContaining("checksum mismatch")
        .hasMessageContaining("1.1");
    assertThat(DATABASE.rows("schimbata").rows()).isEqualTo(rows);
    postgres.migrate("alfa");
  }

  private static String newest() {
    return Migrations.on(DATABASE.pool()).newest().toString();
  }

  private static void setVersion(String company, String version) {
    DATABASE.execute(
        ("insert into %s.crm_schema_history (installed_rank, version, description, type, script,"
                + " checksum, installed_by, execution_time, success)"
                + " values (1000, '%s', 'future', 'SQL', 'V99_0__future.sql', 1, 'x', 1, true)")
            .formatted(company, version));
  }

  private boolean write() {
    return unitOfWork.inTransaction(() -> append());
  }

  private boolean write(PostgresAdapter adapter) {
    return adapter
        .port(UnitOfWork.class)
        .inTransaction(
            () -> {
              adapter.port(Timeline.class).append(entry(UUID.randomUUID()));
              return adapter.port(NumberSeries.class).next(Series.OFFER, 2026).ordinal() > 0;
            });
  }

  private boolean append() {
    return append(UUID.randomUUID());
  }

  private boolean append(UUID id) {
    timeline.append(entry(id));
    return true;
  }

  /** Refused by the database. */
  private boolean appendTwice(UUID id) {
    append(id);
    return append(id);
  }

  private TimelineEntry entry(UUID id) {
    return new TimelineEntry(
        new TimelineEntryId(id), lead, Optional.empty(), STAMP, new LeadActivated(1));
  }

  private int written(String company) {
    return postgres.inCompany(company, this::written);
  }

  private int written() {
    return timeline.of(lead, Optional.empty(), 10).size();
  }

  private int written(PostgresAdapter adapter) {
    return adapter.port(Timeline.class).of(lead, Optional.empty(), 10).size();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
