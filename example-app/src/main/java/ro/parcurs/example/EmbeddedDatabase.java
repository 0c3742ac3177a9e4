package ro.parcurs.example;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own that keeps its data in a directory: what was confirmed survives a
 * restart, a crash of the server, and a kill of this program.
 */
final class EmbeddedDatabase implements AutoCloseable {

  /** Another running program has the data directory. */
  static final class DirectoryInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DirectoryInUse(Path directory) {
      super("another program works on the data in " + directory);
    }
  }

  private static final String NAME = "parcurs";
  private static final String USER = "postgres";
  private static final int STOP_SECONDS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private final FileChannel lock;
  private final EmbeddedPostgres server;

  private EmbeddedDatabase(FileChannel lock, EmbeddedPostgres server) {
    this.lock = lock;
    this.server = server;
  }

  /**
   * Starts the server; the first time, makes the data directory.
   *
   * @throws DirectoryInUse when another running program has the directory
   */
  static EmbeddedDatabase start(Path directory) {
    try {
      Path home = Files.createDirectories(directory).toRealPath();
      FileChannel lock = lock(home);
      try {
        return start(home, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL does not start", e);
    }
  }

  Settings.Database address() {
    return new Settings.Database(server.getJdbcUrl(USER, NAME), USER, "");
  }

  @Override
  public void close() {
    try (lock) {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedDatabase start(Path home, FileChannel lock) throws IOException {
    Path data = home.resolve("data");
    stopOrphan(data);
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(home.resolve("postgresql").toFile())
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("timezone", "Europe/Bucharest")
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("locale-provider", "icu")
            .setLocaleConfig("icu-locale", "ro-RO")
            .start();
    createDatabase(server);
    return new EmbeddedDatabase(lock, server);
  }

  private static void createDatabase(EmbeddedPostgres server) throws IOException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
      if (!found.next()) {
        statement.execute("create database " + NAME);
      }
    } catch (SQLException e) {
      throw new IOException("no database " + NAME, e);
    }
  }

  /** Held as long as this program lives, however it ends. */
  private static FileChannel lock(Path home) throws IOException {
    FileChannel channel =
        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new DirectoryInUse(home);
    }
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /**
   * When this program was killed, its server lives on and holds the data. Since the lock is ours
   * now, nobody else is using it: it is asked to stop.
   */
  private static void stopOrphan(Path data) throws IOException {
    Optional<ProcessHandle> orphan = orphan(data);
    if (orphan.isPresent()) {
      LOG.info("stopping the database server that an earlier run left behind");
      ProcessHandle process = orphan.get();
      process.destroy();
      if (!endsSoon(process) && !endsAtOnce(process)) {
        throw new IOException("process " + process.pid() + " holds " + data + " and doesn't stop");
      }
    }
  }

  private static Optional<ProcessHandle> orphan(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.size() < 2 || !isSameDirectory(lines.get(1), data)) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process.info().command().filter(name -> name.contains("postgres")).isPresent());
  }

  private static boolean isSameDirectory(String path, Path data) throws IOException {
    Path named = Path.of(path.strip());
    return Files.exists(named) && Files.isSameFile(named, data);
  }

  /** The polite request waits for open connections, the next one (a fast shutdown) doesn't. */
  private static boolean endsAtOnce(ProcessHandle process) throws IOException {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    if (windows) {
      process.destroyForcibly();
    } else {
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).inheritIO().start();
    }
    return endsSoon(process);
  }

  private static boolean endsSoon(ProcessHandle process) {
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (java.util.concurrent.ExecutionException e) {
      return !process.isAlive();
    }
  }
}
