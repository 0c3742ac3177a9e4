package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ro.parcurs.crm.adapter.postgres.EveryQuestion.Question;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.testkit.Proof;

/**
 * From every version that there has been, with data in every table and column, to the newest.
 *
 * <p>A database is brought from version to version, and at each the rows of {@code
 * rows/V1_x__area.sql} are added, if there is such a file: rows as a program of that version wrote
 * them. A migration that adds a table or a column and brings no rows for it fails here.
 */
class MigrationsTest {

  private static final String ROWS = "rows/";
  private static final String OWN = "public";
  private static final String COMPANY = "firma";
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  /** What a later migration writes anew on purpose, so that it isn't looked for afterwards. */
  private static final Map<String, Set<String>> WRITTEN_ANEW = Map.of();

  private static final List<MigrationInfo> MIGRATIONS = migrations();
  private static final Map<MigrationVersion, String> FILLED = new LinkedHashMap<>();
  private static final List<String> NEW_CATALOG = newCatalog();

  @BeforeAll
  static void fill() throws SQLException, IOException {
    String url = PostgresServer.newEmptyDatabase();
    for (MigrationInfo migration : MIGRATIONS) {
      try (HikariDataSource pool = pool(url)) {
        fill(pool, OWN, migration);
      }
      FILLED.put(migration.getVersion(), PostgresServer.copyOf(url));
    }
    PostgresServer.drop(url);
  }

  private static void fill(HikariDataSource pool, String schema, MigrationInfo migration)
      throws SQLException, IOException {
    Migrations.flywayIn(pool, new SchemaName(schema))
        .target(migration.getVersion())
        .load()
        .migrate();
    addRows(pool, schema, migration.getScript());
  }

  @AfterAll
  static void drop() {
    FILLED.values().forEach(PostgresServer::drop);
  }

  static List<MigrationVersion> versions() {
    return MIGRATIONS.stream().map(MigrationInfo::getVersion).toList();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void every_table_and_column_of_a_version_has_data(MigrationVersion version) {
    try (HikariDataSource pool = pool(FILLED.get(version))) {
      assertThat(empty(pool, OWN))
          .as("without data at %s; add it in the file of its migration in %s", version, ROWS)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void from_a_version_all_data_comes_to_the_newest(MigrationVersion version) {
    Instant start = Instant.now();
    String url = PostgresServer.copyOf(FILLED.get(version));
    Configuration configuration = Configuration.of(url, "postgres", "").withPoolSize(2);
    int rows;
    try (HikariDataSource pool = pool(url)) {
      Map<String, List<String>> before = new KnownRows(pool, OWN).rows();
      rows = before.values().stream().mapToInt(List::size).sum();
      try (PostgresAdapter adapter = PostgresAdapter.open(configuration)) {
        assertCame(pool, OWN, before);
        assertTold(pool, before, adapter);
      }
    }
    PostgresServer.drop(url);
    Proof.report(
        "data comes through from " + version,
        0,
        Duration.between(start, Instant.now()),
        rows + " rows, 0 lost");
  }

  @Test
  void in_the_schema_of_a_company_data_comes_from_the_oldest_version_to_the_newest()
      throws SQLException, IOException {
    String url = PostgresServer.newEmptyDatabase();
    try (HikariDataSource pool = pool(url);
        PostgresAdapter adapter = PostgresAdapter.companies(pool)) {
      fill(pool, COMPANY, MIGRATIONS.get(0));
      Map<String, List<String>> before = new KnownRows(pool, COMPANY).rows();
      assertThat(before).isNotEmpty();
      adapter.migrate(COMPANY);
      assertCame(pool, COMPANY, before);
    }
    PostgresServer.drop(url);
  }

  @Test
  void a_schema_newer_than_the_program_is_refused_and_left_alone() throws SQLException {
    String url = PostgresServer.copyOf(FILLED.get(newest()));
    try (HikariDataSource pool = pool(url)) {
      execute(
          pool,
          "insert into crm_schema_history (installed_rank, version, description, type, script,"
              + " checksum, installed_by, execution_time, success)"
              + " values (1000, '99.0', 'future', 'SQL', 'V99_0__future.sql', 1, 'x', 1, true)");
      Map<String, List<String>> rows = new KnownRows(pool, OWN).rows();
      List<String> history = history(pool);
      assertThatThrownBy(() -> PostgresAdapter.open(Configuration.of(url, "postgres", "")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("version 99.0, newer than " + newest());
      assertThatThrownBy(() -> PostgresAdapter.on(pool))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("version 99.0, newer than " + newest());
      assertThat(new KnownRows(pool, OWN).rows()).isEqualTo(rows);
      assertThat(Catalogs.of(pool, OWN)).isEqualTo(NEW_CATALOG);
      assertThat(history(pool)).isEqualTo(history);
    }
    PostgresServer.drop(url);
  }

  @Test
  void a_migration_that_was_changed_after_it_ran_is_refused_and_nothing_is_done()
      throws SQLException {
    MigrationVersion older = MIGRATIONS.get(MIGRATIONS.size() - 2).getVersion();
    String url = PostgresServer.copyOf(FILLED.get(older));
    try (HikariDataSource pool = pool(url)) {
      execute(pool, "update crm_schema_history set checksum = 1 where version = '1.1'");
      List<String> catalog = Catalogs.of(pool, OWN);
      List<String> history = history(pool);
      assertThatThrownBy(() -> PostgresAdapter.open(Configuration.of(url, "postgres", "")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("migrations other than those of this program")
          .hasMessageContaining("checksum mismatch for migration version 1.1");
      assertThat(Catalogs.of(pool, OWN)).as("what is newer was not applied").isEqualTo(catalog);
      assertThat(history(pool)).isEqualTo(history);
    }
    PostgresServer.drop(url);
  }

  private static List<String> history(HikariDataSource pool) {
    return new KnownRows(pool, OWN)
        .column("select to_jsonb(h)::text from crm_schema_history h order by installed_rank");
  }

  @Test
  void control_tables_and_columns_without_data_are_found() throws SQLException {
    String url = PostgresServer.copyOf(FILLED.get(newest()));
    try (HikariDataSource pool = pool(url)) {
      execute(pool, "create table unfilled (x int); alter table lead add column forgotten text");
      assertThat(empty(pool, OWN)).containsExactly("lead.forgotten", "unfilled");
    }
    PostgresServer.drop(url);
  }

  @Test
  void control_a_row_that_was_lost_and_a_schema_that_differs_are_found() throws SQLException {
    String url = PostgresServer.copyOf(FILLED.get(newest()));
    try (HikariDataSource pool = pool(url);
        PostgresAdapter adapter =
            PostgresAdapter.open(Configuration.of(url, "postgres", "").withPoolSize(2))) {
      Map<String, List<String>> rows = new KnownRows(pool, OWN).rows();
      assertCame(pool, OWN, rows);
      assertTold(pool, rows, adapter);
      execute(pool, "update meeting set minutes = 'others'");
      assertThatThrownBy(() -> assertCame(pool, OWN, rows))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("meeting");
      execute(pool, "update saved_filter set id = gen_random_uuid()");
      assertThatThrownBy(() -> assertTold(pool, rows, adapter))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("what no store gives back");
      Map<String, List<String>> changed = new KnownRows(pool, OWN).rows();
      for (String difference :
          List.of(
              "create table one_more (x int)",
              "alter table lead add column one_more text",
              "alter table lead alter column name drop not null",
              "drop index offer_live_once",
              "alter table meeting drop constraint meeting_state_check")) {
        execute(pool, difference);
        assertThatThrownBy(() -> assertCame(pool, OWN, changed))
            .as(difference)
            .isInstanceOf(AssertionError.class)
            .hasMessageContaining("as in a new database");
      }
    }
    PostgresServer.drop(url);
  }

  // ---- what is asserted ----

  /** Every row is there, with all that it said, in a schema like a new one. */
  private static void assertCame(
      HikariDataSource pool, String schema, Map<String, List<String>> before) {
    KnownRows now = new KnownRows(pool, schema);
    before.forEach(
        (table, rows) ->
            assertThat(now.column(missing(table, rows)))
                .as("rows of %s that are gone", table)
                .isEmpty());
    assertThat(Catalogs.of(pool, schema)).as("as in a new database").isEqualTo(NEW_CATALOG);
  }

  /** The stores give back everything that has an identity. */
  private static void assertTold(
      HikariDataSource pool, Map<String, List<String>> before, PostgresAdapter adapter) {
    Set<String> identities = KnownRows.identitiesIn(before);
    assertThat(identities).isNotEmpty();
    Set<String> answered = answered(adapter, new KnownRows(pool, OWN));
    assertThat(identities)
        .as("what no store gives back")
        .allMatch(id -> answered.stream().anyMatch(said -> said.contains(id)));
  }

  /** Asks for the rows that are not there any more, with all that they said. */
  private static String missing(String table, List<String> rows) {
    String anew = String.join(",", WRITTEN_ANEW.getOrDefault(table, Set.of()));
    List<String> wanted = new ArrayList<>();
    for (String row : rows) {
      wanted.add("(cast('%s' as jsonb) - '{%s}'::text[])".formatted(row.replace("'", "''"), anew));
    }
    return ("select wanted.row::text from (values %s) as wanted (row)"
            + " where not exists (select from %s t where to_jsonb(t) @> wanted.row)")
        .formatted(String.join(", ", wanted), table);
  }

  /** Everything that the stores say when they are asked about everything. */
  private static Set<String> answered(PostgresAdapter adapter, KnownRows rows) {
    EveryQuestion.Known known = rows.known(NOW, TODAY);
    Set<String> said = new HashSet<>();
    for (Question question : EveryQuestion.of(adapter)) {
      for (int turn = 0; turn < known.turns(); turn++) {
        try {
          said.addAll(EveryQuestion.said(EveryQuestion.ask(question, known, turn)));
        } catch (CrmException refused) {
          assertThat(refused.code()).isEqualTo("not-found");
        }
      }
    }
    return said;
  }

  /** The tables without a row, and the columns without a value in any row. */
  private static List<String> empty(HikariDataSource pool, String schema) {
    KnownRows rows = new KnownRows(pool, schema);
    List<String> empty = new ArrayList<>();
    for (String table : rows.tables()) {
      if (rows.column("select 1 from " + table + " limit 1").isEmpty()) {
        empty.add(table);
        continue;
      }
      for (String column :
          rows.column(
              "select a.attname from pg_attribute a where a.attrelid = '%s'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''"
                  .formatted(table))) {
        if (rows.column("select 1 from %s where %s is not null limit 1".formatted(table, column))
            .isEmpty()) {
          empty.add(table + "." + column);
        }
      }
    }
    return empty;
  }

  private static List<String> newCatalog() {
    String url = PostgresServer.newDatabase();
    try (HikariDataSource pool = pool(url)) {
      return Catalogs.of(pool, OWN);
    } finally {
      PostgresServer.drop(url);
    }
  }

  // ---- databases ----

  private static List<MigrationInfo> migrations() {
    String url = PostgresServer.newEmptyDatabase();
    try (HikariDataSource pool = pool(url)) {
      return List.of(Migrations.flywayIn(pool, new SchemaName(OWN)).load().info().all());
    } finally {
      PostgresServer.drop(url);
    }
  }

  private static MigrationVersion newest() {
    return MIGRATIONS.get(MIGRATIONS.size() - 1).getVersion();
  }

  private static void addRows(HikariDataSource pool, String schema, String script)
      throws SQLException, IOException {
    String name = script.substring(script.lastIndexOf('/') + 1);
    try (InputStream rows = MigrationsTest.class.getResourceAsStream(ROWS + name)) {
      if (rows != null) {
        execute(
            pool,
            "set search_path = %s; %s; set search_path to default"
                .formatted(schema, new String(rows.readAllBytes(), StandardCharsets.UTF_8)));
      }
    }
  }

  private static void execute(HikariDataSource pool, String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static HikariDataSource pool(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(3);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }
}
