package ro.parcurs.crm.adapter.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;

/**
 * A PostgreSQL server that keeps what it confirms, with files and a port of its own: it can die in
 * several ways, be started again, and be followed by a standby. Not the shared {@link
 * PostgresServer}, which trades safety for speed.
 */
final class DurableServer implements AutoCloseable {

  /** How a server ends. */
  enum Death {
    /** Its first process is killed ({@code kill -9}); the others notice and go. */
    KILLED,
    /** {@code pg_ctl stop -m immediate}: all processes go at once, nothing is written any more. */
    STOPPED_AT_ONCE
  }

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "standby.signal", "pg_wal", "pg_replslot");

  private final Path data;
  private final int port = freePort();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private @Nullable Process process;

  private DurableServer(Path data) {
    this.data = data;
    set("listen_addresses", "localhost");
    set("unix_socket_directories", "");
    set("port", String.valueOf(port));
    set("timezone", PostgresServer.ZONE);
    set("fsync", "on");
    set("synchronous_commit", "on");
    set("full_page_writes", "on");
    set("max_connections", "60");
    set("shared_buffers", "32MB");
    set("wal_keep_size", "256MB");
    // A follower that is late stays late; only what it has received counts.
    set("wal_receiver_timeout", "0");
    set("wal_sender_timeout", "0");
    set("wal_retrieve_retry_interval", "100ms");
  }

  /** A new server, started. */
  static DurableServer in(Path directory) {
    DurableServer server = new DurableServer(directory);
    copy(Template.DIRECTORY, directory);
    createDirectories(directory.resolve("pg_wal"), directory.resolve("pg_replslot"));
    copy(Template.DIRECTORY.resolve("pg_wal"), directory.resolve("pg_wal"));
    server.start();
    return server;
  }

  /** Says what holds from the next start, or the next {@link #reload}, on. */
  void set(String name, String value) {
    settings.put(name, value);
  }

  /** Starts the server and waits until it answers; what the dead one left may take its time. */
  void start() {
    writeSettings();
    await(
        "the server starts",
        () -> {
          if (process == null || !process.isAlive()) {
            process = launch();
          }
          return answers();
        });
  }

  void reload() {
    writeSettings();
    query("select pg_reload_conf()");
  }

  void die(Death death) {
    try {
      if (death == Death.KILLED) {
        running().destroyForcibly();
      } else {
        signal("QUIT");
      }
      ended();
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops it in good order. */
  @Override
  public void close() {
    Process stopping = process;
    if (stopping != null && stopping.isAlive()) {
      try {
        signal("INT");
        ended();
      } catch (InterruptedException | IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  int port() {
    return port;
  }

  String url() {
    return "jdbc:postgresql://localhost:%d/postgres".formatted(port);
  }

  Configuration configuration() {
    return Configuration.of(url(), "postgres", "");
  }

  /** The first column of the first row, as text; empty when there is none. */
  String query(String sql) {
    try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
        Statement statement = connection.createStatement()) {
      boolean rows = statement.execute(sql);
      if (!rows) {
        return "";
      }
      try (ResultSet result = statement.getResultSet()) {
        String first = result.next() ? result.getString(1) : "";
        return first == null ? "" : first;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /**
   * Becomes a standby of another server: what it had is replaced by a copy, taken while the other
   * one works.
   *
   * @param over the port by which the other one is reached
   */
  void follow(DurableServer primary, int over) {
    close();
    clear(data);
    String label = primary.copiedTo(data);
    write(data.resolve("backup_label"), label);
    write(data.resolve("standby.signal"), "");
    set("synchronous_standby_names", "");
    set(
        "primary_conninfo",
        "host=localhost port=%d user=postgres sslmode=disable gssencmode=disable application_name=standby"
            .formatted(over));
    start();
    await("the standby follows", primary::isFollowed);
  }

  /** A standby becomes the primary. */
  void promote() {
    query("select pg_promote(true, 60)");
  }

  private boolean isFollowed() {
    return query("select state from pg_stat_replication where application_name = 'standby'")
        .equals("streaming");
  }

  private String copiedTo(Path directory) {
    try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_backup_start('standby', true)");
      copy(data, directory);
      createDirectories(
          directory.resolve("pg_wal/archive_status"), directory.resolve("pg_replslot"));
      try (ResultSet rows = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
        rows.next();
        return rows.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void await(String what, BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("waited in vain until " + what);
      }
      pause(Duration.ofMillis(30));
    }
  }

  static void pause(Duration length) {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean answers() {
    try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
        Statement statement = connection.createStatement()) {
      return statement.execute("select 1");
    } catch (SQLException e) {
      return false;
    }
  }

  private Process launch() {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to be run by root
    }
    command.addAll(List.of(Template.EXECUTABLE, "-D", data.toString()));
    try {
      Process started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("server.log").toFile()))
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process running() {
    Process running = process;
    if (running == null) {
      throw new IllegalStateException("not started");
    }
    return running;
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(running().pid())).start().waitFor();
  }

  private void ended() throws InterruptedException {
    if (!running().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the server doesn't end");
    }
  }

  private void writeSettings() {
    StringBuilder lines = new StringBuilder();
    settings.forEach((name, value) -> lines.append(name + " = '" + value + "'\n"));
    write(data.resolve("postgresql.conf"), lines.toString());
  }

  private static void write(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void createDirectories(Path... directories) {
    try {
      for (Path directory : directories) {
        Files.createDirectories(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a directory that may be changing, without what belongs to one server alone. */
  private static void copy(Path from, Path to) {
    walk(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            if (!directory.equals(from) && isLeftOut(directory)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Path target = to.resolve(from.relativize(directory).toString());
            Files.createDirectories(target);
            if (target.equals(to)) {
              Files.setPosixFilePermissions(
                  target, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!isLeftOut(file)) {
              Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
            return FileVisitResult.CONTINUE;
          }

          private boolean isLeftOut(Path path) {
            return path.getParent().equals(from)
                && LEFT_OUT.contains(path.getFileName().toString());
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE; // a temporary file that was there a moment ago
          }
        });
  }

  private static void clear(Path directory) {
    walk(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void walk(Path directory, SimpleFileVisitor<Path> visitor) {
    try {
      Files.walkFileTree(directory, visitor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files of a server that was begun and stopped in good order, and where its program is. */
  private static final class Template {

    static final Path DIRECTORY = begun();
    static final String EXECUTABLE = executable();

    private static Path begun() {
      try {
        Path directory = Files.createTempDirectory("parcurs-server");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(directory)));
        EmbeddedPostgres.builder()
            .setDataDirectory(directory)
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on")
            .start()
            .close();
        return directory;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The first word of what the server was started with. */
    private static String executable() {
      try {
        return Files.readString(DIRECTORY.resolve("postmaster.opts")).split(" ", 2)[0];
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
