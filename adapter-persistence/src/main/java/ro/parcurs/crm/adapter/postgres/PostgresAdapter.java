package ro.parcurs.crm.adapter.postgres;

import com.google.inject.Module;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import ro.parcurs.crm.work.StoreUnavailable;

/**
 * The CRM's storage on PostgreSQL 15 or newer: opens it, brings its schema up to date, and gives
 * the adapter of each driven port. Thread-safe.
 *
 * <pre>{@code
 * try (PostgresAdapter postgres = PostgresAdapter.open(Configuration.of(url, user, password))) {
 *   Injector injector = Guice.createInjector(new CrmModule(), postgres.module());
 *   …
 * }
 * }</pre>
 *
 * <p>Without Guice, {@link #port} gives the same adapters one by one. When a database fails, they
 * throw the {@code StoreFailure}s of {@code ro.parcurs.crm.work}.
 */
public final class PostgresAdapter implements AutoCloseable {

  /**
   * Where the database is and how patient to be with it.
   *
   * @param url {@code jdbc:postgresql://…}, as PostgreSQL's driver understands it
   * @param schema where the CRM's tables are; empty for the connection's own. Lower-case letters,
   *     digits and underscores
   * @param poolSize how many connections at most, from 1
   * @param connectionWait how long to wait for a free connection before giving up
   * @param lockWait how long a statement may wait for other work
   * @param statementTime how long a statement may take
   * @param idleTime how long a transaction may stand still
   */
  public record Configuration(
      String url,
      String user,
      String password,
      Optional<String> schema,
      int poolSize,
      Duration connectionWait,
      Duration lockWait,
      Duration statementTime,
      Duration idleTime) {

    private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    public Configuration {
      if (!url.startsWith("jdbc:postgresql:")) {
        throw new IllegalArgumentException("not the address of a PostgreSQL database: " + url);
      }
      if (schema.isPresent() && !SCHEMA.matcher(schema.get()).matches()) {
        throw new IllegalArgumentException("not the name of a schema: " + schema.get());
      }
      if (poolSize < 1) {
        throw new IllegalArgumentException("a pool of " + poolSize + " connections");
      }
    }

    /** Ten connections; 2.5 s for a connection, 5 s for a lock, 30 s for a statement or a pause. */
    public static Configuration of(String url, String user, String password) {
      return new Configuration(
          url,
          user,
          password,
          Optional.empty(),
          10,
          Duration.ofMillis(2500),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30));
    }

    /** The same with another schema. */
    public Configuration withSchema(String name) {
      return new Configuration(
          url,
          user,
          password,
          Optional.of(name),
          poolSize,
          connectionWait,
          lockWait,
          statementTime,
          idleTime);
    }

    /** The same with another number of connections. */
    public Configuration withPoolSize(int connections) {
      return new Configuration(
          url,
          user,
          password,
          schema,
          connections,
          connectionWait,
          lockWait,
          statementTime,
          idleTime);
    }

    /** The password is nobody's business. */
    @Override
    public String toString() {
      return "Configuration[url=%s, user=%s, schema=%s, poolSize=%d]"
          .formatted(url, user, schema.orElse(""), poolSize);
    }

    private Timeouts timeouts() {
      return new Timeouts(lockWait, statementTime, idleTime);
    }
  }

  private static final Duration CONNECTING = Duration.ofSeconds(2);

  private final Stores stores;
  private final Runnable closing;

  private PostgresAdapter(DataSource dataSource, String beginning, Runnable closing) {
    this.stores = new Stores(Mappers.sessions(dataSource, beginning));
    this.closing = closing;
  }

  /**
   * Opens a pool of connections of its own and brings the schema up to date.
   *
   * @throws StoreUnavailable when there is no such database
   * @throws IllegalStateException when the schema is newer than this version of the program
   */
  public static PostgresAdapter open(Configuration configuration) {
    try {
      Migrations.on(
              configuration.url(),
              configuration.user(),
              configuration.password(),
              configuration.schema())
          .run();
      HikariDataSource pool = pool(configuration);
      return new PostgresAdapter(pool, "", pool::close);
    } catch (RuntimeException e) {
      throw SqlFailures.ofStatement(e);
    }
  }

  /**
   * Works on connections that the embedding application hands over, and brings the schema that they
   * lead to up to date. The data source should be a pool; closing this adapter doesn't close it.
   *
   * @throws StoreUnavailable when the database can't be reached
   * @throws IllegalStateException when the schema is newer than this version of the program
   */
  public static PostgresAdapter on(DataSource dataSource) {
    try {
      Migrations.on(dataSource).run();
    } catch (RuntimeException e) {
      throw SqlFailures.ofStatement(e);
    }
    Timeouts timeouts = Configuration.of("jdbc:postgresql:", "", "").timeouts();
    return new PostgresAdapter(dataSource, timeouts.forTransaction(), () -> {});
  }

  /** Binds every driven port that is kept here. */
  public Module module() {
    return new PostgresModule(stores);
  }

  /**
   * The adapter of one driven port.
   *
   * @throws IllegalArgumentException when the port is none of those kept here
   */
  public <P> P port(Class<P> port) {
    return stores.get(port);
  }

  /** Every port that is kept here. */
  Set<Class<?>> ports() {
    return stores.ports();
  }

  /** Closes the pool, if it is this adapter's own. */
  @Override
  public void close() {
    closing.run();
  }

  private static HikariDataSource pool(Configuration configuration) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("crm");
    pool.setJdbcUrl(configuration.url());
    pool.setUsername(configuration.user());
    pool.setPassword(configuration.password());
    configuration.schema().ifPresent(pool::setSchema);
    pool.setMaximumPoolSize(configuration.poolSize());
    pool.setConnectionTimeout(configuration.connectionWait().toMillis());
    pool.setValidationTimeout(
        Math.min(CONNECTING.toMillis(), configuration.connectionWait().toMillis()));
    pool.setInitializationFailTimeout(CONNECTING.toMillis());
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    pool.setConnectionInitSql(configuration.timeouts().forSession());
    pool.setExceptionOverride(new EvictReadOnly());
    pool.addDataSourceProperty("ApplicationName", "crm");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty("connectTimeout", String.valueOf(CONNECTING.toSeconds()));
    return new HikariDataSource(pool);
  }
}
