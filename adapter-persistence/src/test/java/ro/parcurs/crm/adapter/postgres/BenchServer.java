package ro.parcurs.crm.adapter.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server for measurements, as a production server is set up where it matters: what was
 * committed is on the disk.
 */
final class BenchServer implements AutoCloseable {

  private static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  private final AtomicInteger last = new AtomicInteger();
  private final EmbeddedPostgres server;

  BenchServer() {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "60")
            // Ten minutes of loading without a checkpoint in the middle of somebody's round.
            .setServerConfig("max_wal_size", "8GB")
            .setServerConfig("checkpoint_timeout", "30min")
            .setServerConfig("shared_buffers", "512MB");
    DURABLE.forEach(builder::setServerConfig);
    try {
      server = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    DURABLE.forEach(
        (setting, value) -> {
          if (!query(url("postgres"), "show " + setting).equals(value)) {
            throw new IllegalStateException(setting + " is not " + value);
          }
        });
  }

  /** The address of a new database with an up-to-date schema. */
  String newDatabase() {
    String url = created("template0");
    Migrations.on(url, "postgres", "", Optional.empty()).run();
    return url;
  }

  /** The address of a new database that is as another one is now; nobody may be connected to it. */
  String copyOf(String url) {
    return created(name(url));
  }

  private String created(String template) {
    String name = "bench_" + last.incrementAndGet();
    execute(url("postgres"), "create database " + name + " template " + template);
    return url(name);
  }

  void drop(String url) {
    execute(url("postgres"), "drop database " + name(url) + " with (force)");
  }

  /** Writes what is still to be written, so that no round pays for the one before. */
  void settle() {
    execute(url("postgres"), "checkpoint");
  }

  int port() {
    return server.getPort();
  }

  /** The name of the database at the address. */
  static String name(String url) {
    return url.replaceAll(".*/([a-z_0-9]+)\\?.*", "$1");
  }

  static void execute(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of the first row, as text. */
  static String query(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private String url(String database) {
    return server.getJdbcUrl("postgres", database);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
