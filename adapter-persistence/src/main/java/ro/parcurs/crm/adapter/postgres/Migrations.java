package ro.parcurs.crm.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Brings the schema up to date, forward only, with a history of its own, so that it can live beside
 * the tables of the embedding application.
 */
final class Migrations {

  private static final String LOCATION = "classpath:ro/parcurs/crm/adapter/postgres/migration";

  /** The table of what was applied when, one in each schema. */
  static final String HISTORY = "crm_schema_history";

  private final Flyway flyway;
  private final Optional<SchemaName> schema;
  private Optional<String> role = Optional.empty();

  private Migrations(FluentConfiguration configuration, Optional<SchemaName> schema) {
    this.schema = schema;
    flyway = configuration.load();
  }

  /** On the database that the connections lead to. */
  static Migrations on(DataSource dataSource) {
    return new Migrations(flyway().dataSource(dataSource), Optional.empty());
  }

  /** In one schema of the database that the connections lead to; it is made when it isn't there. */
  static Migrations on(DataSource dataSource, SchemaName schema) {
    return new Migrations(flywayIn(dataSource, schema), Optional.of(schema));
  }

  static FluentConfiguration flywayIn(DataSource dataSource, SchemaName schema) {
    return in(schema, flyway().dataSource(dataSource));
  }

  /** On connections of its own, without the limits that the work of every day has. */
  static Migrations on(String url, String user, String password, Optional<SchemaName> schema) {
    FluentConfiguration configuration = flyway().dataSource(url, user, password);
    return new Migrations(
        schema.map(name -> in(name, configuration)).orElse(configuration), schema);
  }

  private static FluentConfiguration in(SchemaName schema, FluentConfiguration configuration) {
    return configuration.schemas(schema.value()).defaultSchema(schema.value());
  }

  /** Lets another role than the one that migrates use the tables; see {@link Privileges}. */
  Migrations forUseBy(String otherRole) {
    role = Optional.of(otherRole);
    return this;
  }

  private static FluentConfiguration flyway() {
    return Flyway.configure(Migrations.class.getClassLoader())
        .locations(LOCATION)
        .javaMigrations(new ChainMigration())
        .table(HISTORY)
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        // The schema may hold tables of the embedding application.
        .baselineOnMigrate(true)
        .baselineVersion("0");
  }

  /**
   * Applies what is missing. Several applications may start at once.
   *
   * @throws IllegalStateException when the schema is newer than this version of the program, or was
   *     made by migrations that are not those of this program
   */
  void run() {
    // Flyway's own lock begins too late: two that begin on an empty schema at once would fail.
    try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
      connection.setAutoCommit(true);
      lock(connection, "pg_advisory_lock");
      try {
        refuseNewerSchema();
        migrate();
        Trigrams trigrams = new Trigrams(connection);
        trigrams.createExtension();
        trigrams.createIndexes(schema);
        if (role.isPresent()) {
          Privileges.grant(connection, schema(connection), role.get());
        }
      } finally {
        lock(connection, "pg_advisory_unlock");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the schema could not be brought up to date", e);
    }
  }

  private String schema(Connection connection) throws SQLException {
    String named = flyway.getConfiguration().getDefaultSchema();
    return named != null ? named : connection.getSchema();
  }

  private static void lock(Connection connection, String function) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select " + function + "(?, 0)")) {
      statement.setInt(1, HISTORY.hashCode());
      statement.execute();
    }
  }

  private void migrate() {
    try {
      flyway.migrate();
    } catch (FlywayValidateException e) {
      throw new IllegalStateException(
          "the database was made by migrations other than those of this program: " + e.getMessage(),
          e);
    }
  }

  /** The version that this program is made for. */
  MigrationVersion newest() {
    return newest(flyway.info());
  }

  private static MigrationVersion newest(MigrationInfoService info) {
    return Arrays.stream(info.all())
        .filter(migration -> migration.getState().isResolved())
        .map(MigrationInfo::getVersion)
        .reduce(MigrationVersion.EMPTY, (a, b) -> a.compareTo(b) < 0 ? b : a);
  }

  private void refuseNewerSchema() {
    MigrationInfoService info = flyway.info();
    MigrationVersion known = newest(info);
    MigrationInfo current = info.current();
    if (current != null && current.getVersion().compareTo(known) > 0) {
      throw new IllegalStateException(newer(current.getVersion(), known));
    }
  }

  /** Says that a schema is newer than this program. */
  static String newer(MigrationVersion current, MigrationVersion known) {
    return "the database is at version %s, newer than %s, the newest that this program knows; use the program that migrated it, or a newer one"
        .formatted(current, known);
  }
}
