package ro.parcurs.crm.adapter.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * One PostgreSQL server for all tests of the JVM, started at first use and stopped with the JVM. It
 * lives in Newfoundland, half an hour beside everybody else; the JVM of the tests lives on the Line
 * Islands, where it is often tomorrow. What confuses the two clocks shows.
 */
final class PostgresServer {

  /** Where the server is. */
  static final String ZONE = "America/St_Johns";

  private static final String TEMPLATE = "migrated";
  private static final AtomicInteger LAST = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private PostgresServer() {}

  /** The address of a new database; its user is {@code postgres} without a password. */
  static String newEmptyDatabase() {
    return address(create("template0"));
  }

  /** The address of a new database with an up-to-date schema and no rows. */
  static String newDatabase() {
    return address(create(TEMPLATE));
  }

  /** The address of a copy of a database that nobody is connected to. */
  static String copyOf(String url) {
    return address(create(name(url)));
  }

  /** Where the server listens. */
  static int port() {
    return SERVER.getPort();
  }

  /**
   * The address of a new database without a schema, for a user who may create tables in it, but is
   * not its owner.
   */
  static String newDatabaseOfTenant() {
    String name = create("template0");
    try (Connection connection = SERVER.getDatabase("postgres", name).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role tenant_" + name + " login");
      statement.execute("grant create, usage on schema public to tenant_" + name);
    } catch (SQLException e) {
      throw new IllegalStateException(name, e);
    }
    return SERVER.getJdbcUrl("tenant_" + name, name);
  }

  /** Forgets a database, so that stopping the server has less to clear away. */
  static void drop(String url) {
    administer("drop database " + name(url) + " with (force)");
  }

  /**
   * Removes roles, which are the same for all databases, after the last database that knew them.
   */
  static void forgetRoles(String... names) {
    administer("drop role " + String.join(", ", names));
  }

  /** Ends every session on the database, as a crash of its server would. */
  static void endSessionsOf(String url) {
    administer(
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '"
            + name(url)
            + "'");
  }

  /** How many sessions are open on the database. */
  static int sessionsOf(String url) {
    try (Connection connection = SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where datname = '" + name(url) + "'")) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(url, e);
    }
  }

  /** Runs statements in a database as its superuser. */
  static void execute(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static String name(String url) {
    return url.replaceAll(".*/([a-z_0-9]+)\\?.*", "$1");
  }

  /** Runs a statement in the server's own database. */
  private static void administer(String sql) {
    DataSource postgres = SERVER.getPostgresDatabase();
    try (Connection connection = postgres.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("timezone", ZONE)
              .setServerConfig("max_connections", "200")
              .start();
      return migrated(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres migrated(EmbeddedPostgres server) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + TEMPLATE);
    } catch (SQLException e) {
      throw new IllegalStateException("no template", e);
    }
    Migrations.on(server.getJdbcUrl("postgres", TEMPLATE), "postgres", "", Optional.empty()).run();
    return server;
  }

  private static String create(String template) {
    String name = "test_" + LAST.incrementAndGet();
    administer("create database " + name + " template " + template);
    return name;
  }

  private static String address(String database) {
    return SERVER.getJdbcUrl("postgres", database);
  }
}
