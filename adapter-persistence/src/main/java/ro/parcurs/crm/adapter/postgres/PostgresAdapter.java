package ro.parcurs.crm.adapter.postgres;

import com.google.inject.Module;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSessionFactory;
import ro.parcurs.crm.work.OutcomeUnknown;
import ro.parcurs.crm.work.StoreFailure;
import ro.parcurs.crm.work.StoreFault;
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
 *
 * <p>The connections are the adapter's own ({@link #open(Configuration)}) or the embedding
 * application's ({@link #on(DataSource)}). Either way a use case can take part in a transaction
 * that the application has begun: {@link #inTransactionOf}. Where one database holds several
 * companies, each has a schema of its own, and each unit of work says for which it is: {@link
 * #companies(Configuration)}, {@link #inCompany}.
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
   * @param statementTime how long a statement may take; a server that doesn't end it then, because
   *     it is gone or because a commit waits for a dead standby, is given up 2 to 3 s later
   * @param idleTime how long a transaction may stand still
   * @param owner who owns the tables and migrates them; empty for the user itself. With an owner,
   *     the database lets the user add to the timeline and the event log, but never change them
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
      Duration idleTime,
      Optional<Owner> owner) {

    private static final Pattern USER_IN_URL = Pattern.compile("[?&](user|password)=");

    public Configuration {
      if (!url.startsWith("jdbc:postgresql:")) {
        throw new IllegalArgumentException("not the address of a PostgreSQL database: " + url);
      }
      schema.ifPresent(SchemaName::new);
      if (owner.isPresent() && USER_IN_URL.matcher(url).find()) {
        throw new IllegalArgumentException(
            "the address names a user, who would be taken for both the user and the owner");
      }
      if (poolSize < 1) {
        throw new IllegalArgumentException("a pool of " + poolSize + " connections");
      }
    }

    /** The user owns the tables itself. */
    public Configuration(
        String url,
        String user,
        String password,
        Optional<String> schema,
        int poolSize,
        Duration connectionWait,
        Duration lockWait,
        Duration statementTime,
        Duration idleTime) {
      this(
          url,
          user,
          password,
          schema,
          poolSize,
          connectionWait,
          lockWait,
          statementTime,
          idleTime,
          Optional.empty());
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
          idleTime,
          owner);
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
          idleTime,
          owner);
    }

    /**
     * The same with an owner of the tables that is another role than the user. It owns nothing else
     * in the schema, since the user gets rights on all that it owns there.
     */
    public Configuration withOwner(String ownerUser, String ownerPassword) {
      return new Configuration(
          url,
          user,
          password,
          schema,
          poolSize,
          connectionWait,
          lockWait,
          statementTime,
          idleTime,
          Optional.of(new Owner(ownerUser, ownerPassword)));
    }

    /** The passwords are nobody's business. */
    @Override
    public String toString() {
      return "Configuration[url=%s, user=%s, schema=%s, poolSize=%d, owner=%s]"
          .formatted(url, user, schema.orElse(""), poolSize, owner.map(Owner::user).orElse(user));
    }

    private Timeouts timeouts() {
      return new Timeouts(lockWait, statementTime, idleTime);
    }
  }

  /** The role to which the tables belong. */
  public record Owner(String user, String password) {

    /** The password is nobody's business. */
    @Override
    public String toString() {
      return "Owner[user=%s]".formatted(user);
    }
  }

  private static final Duration CONNECTING = Duration.ofSeconds(2);

  private final PostgresUnitOfWork unit;
  private final Stores stores;
  private final Function<SchemaName, Migrations> migrations;
  private final Runnable closing;

  /**
   * @param beginning what every transaction begins with; may be empty
   * @param companies empty where there is but one
   * @param migrations those of a company
   */
  private PostgresAdapter(
      DataSource dataSource,
      String beginning,
      Optional<Companies> companies,
      Function<SchemaName, Migrations> migrations,
      Runnable closing) {
    SqlSessionFactory sessions = Mappers.sessions(dataSource, beginning, companies);
    this.unit = new PostgresUnitOfWork(sessions, companies);
    this.stores = new Stores(unit);
    this.migrations = migrations;
    this.closing = closing;
  }

  /**
   * Opens a pool of connections of its own and brings the schema up to date.
   *
   * @throws StoreUnavailable when there is no such database
   * @throws IllegalStateException when the schema is newer than this version of the program, or an
   *     owner is configured and the user could change the timeline all the same
   */
  public static PostgresAdapter open(Configuration configuration) {
    try {
      migrations(configuration, configuration.schema().map(SchemaName::new)).run();
      return onPoolOf(configuration, Optional.empty());
    } catch (RuntimeException e) {
      throw SqlFailures.ofStatement(e);
    }
  }

  /**
   * Works on connections that the embedding application hands over, and brings the schema that they
   * lead to up to date. The data source should be a pool, of at least three connections: bringing
   * the schema up to date needs them at once. Closing this adapter doesn't close it.
   *
   * @throws StoreUnavailable when the database can't be reached, or gives no connection in time
   * @throws IllegalStateException when the schema is newer than this version of the program
   */
  public static PostgresAdapter on(DataSource dataSource) {
    try {
      Migrations.on(dataSource).run();
    } catch (RuntimeException e) {
      throw SqlFailures.ofStatement(e);
    }
    return onPoolOfHost(dataSource, Optional.empty());
  }

  /**
   * Opens a pool of connections of its own to a database with several companies, each in a schema
   * of its own. Nothing is migrated: see {@link #migrate}. What works with the stores belongs
   * inside {@link #inCompany}.
   *
   * @param configuration without a schema
   * @throws StoreUnavailable when there is no such database
   */
  public static PostgresAdapter companies(Configuration configuration) {
    if (configuration.schema().isPresent()) {
      throw new IllegalArgumentException(
          "one schema for several companies: " + configuration.schema().get());
    }
    try {
      return onPoolOf(
          configuration,
          Optional.of(new Companies(migrations(configuration, Optional.empty()).newest())));
    } catch (RuntimeException e) {
      throw SqlFailures.ofStatement(e);
    }
  }

  /**
   * The same on connections that the embedding application hands over. Whatever search path they
   * have is left as it is.
   *
   * @throws StoreUnavailable when the database can't be reached
   */
  public static PostgresAdapter companies(DataSource dataSource) {
    try {
      return onPoolOfHost(
          dataSource, Optional.of(new Companies(Migrations.on(dataSource).newest())));
    } catch (RuntimeException e) {
      throw SqlFailures.ofStatement(e);
    }
  }

  private static PostgresAdapter onPoolOf(
      Configuration configuration, Optional<Companies> companies) {
    HikariDataSource pool = pool(configuration);
    return new PostgresAdapter(
        pool,
        "",
        companies,
        company -> migrations(configuration, Optional.of(company)),
        pool::close);
  }

  private static PostgresAdapter onPoolOfHost(
      DataSource dataSource, Optional<Companies> companies) {
    Timeouts timeouts = Configuration.of("jdbc:postgresql:", "", "").timeouts();
    return new PostgresAdapter(
        dataSource,
        timeouts.forTransaction(),
        companies,
        company -> Migrations.on(dataSource, company),
        () -> {});
  }

  private static Migrations migrations(Configuration configuration, Optional<SchemaName> schema) {
    String url = configuration.url();
    String user = configuration.user();
    return configuration
        .owner()
        .map(owner -> Migrations.on(url, owner.user(), owner.password(), schema).forUseBy(user))
        .orElseGet(() -> Migrations.on(url, user, configuration.password(), schema));
  }

  /**
   * Lets use cases take part in a transaction that the embedding application has begun: every unit
   * of work and every question in the body, on this thread, goes through that connection.
   *
   * <pre>{@code
   * connection.setAutoCommit(false);
   * LeadRef lead = postgres.inTransactionOf(connection, () -> crm.leads().add(caller, command));
   * // … what else belongs to it …
   * connection.commit();
   * }</pre>
   *
   * <p>The transaction stays the application's: what succeeded is kept exactly when the application
   * commits. A use case that fails is undone by itself, to a savepoint, and the application may go
   * on in the same transaction, or not. Questions see what was written in the transaction so far.
   * The isolation level, time limits and all other settings are the application's, and are left as
   * they were found; the use cases are made for {@code READ COMMITTED}, at stricter levels they
   * meet {@code StoreBusy} more often.
   *
   * <p>{@code StoreFailure}s mean what they always do, except that {@link OutcomeUnknown} is never
   * thrown here: it is a matter of the commit, which is the application's. If that ends without an
   * answer, the application doesn't know whether the use cases were kept. A command with an
   * idempotency key can then be given again: it is done once in either case. A key that was used in
   * a transaction that was rolled back is free again.
   *
   * @param connection to the database of this adapter, not in auto-commit mode. It is neither
   *     committed nor closed here, and may be used by the body between use cases
   * @throws IllegalArgumentException when the connection is closed or in auto-commit mode
   * @throws IllegalStateException when a unit of work of this adapter, or the transaction of
   *     another connection, is under way in this thread
   * @throws StoreFault from the use case, when the transaction has failed already
   */
  public <T> T inTransactionOf(Connection connection, Supplier<T> body) {
    return unit.inTransactionOf(connection, body);
  }

  /**
   * Works for a company: every unit of work and every question in the body, on this thread, finds
   * the tables of the company's schema and, for extensions, {@code public}. May be called within
   * {@link #inTransactionOf} and around it; the search path of the application's connection is
   * restored after each unit.
   *
   * @param company the name of its schema: lower-case letters, digits and underscores
   * @throws IllegalArgumentException when no company can have that name
   * @throws IllegalStateException when a unit of work of another company is under way in this
   *     thread, or the adapter was not opened for several companies
   * @throws StoreFault from the use case, when there is no such company or its schema is not of the
   *     version that this program is made for
   */
  public <T> T inCompany(String company, Supplier<T> body) {
    return unit.inCompany(Companies.named(company), body);
  }

  /**
   * Makes the company's schema where there is none, and brings it up to date. Several applications
   * may do so at once. Companies come one after another.
   *
   * @param company the name of its schema: lower-case letters, digits and underscores
   * @throws IllegalArgumentException when no company can have that name
   * @throws IllegalStateException when the schema is newer than this version of the program, or the
   *     adapter was not opened for several companies
   * @throws StoreFailure when the database failed
   */
  public void migrate(String company) {
    SchemaName schema = Companies.named(company);
    unit.requireCompanies();
    // One that waits for another must not hold a connection that the other needs.
    synchronized (migrations) {
      try {
        migrations.apply(schema).run();
      } catch (RuntimeException e) {
        throw SqlFailures.ofStatement(e);
      }
    }
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
    // Behind the schema the shared one, where extensions are.
    configuration
        .schema()
        .ifPresent(name -> pool.addDataSourceProperty("currentSchema", name + ",public"));
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
    pool.addDataSourceProperty(
        "socketTimeout", String.valueOf(configuration.timeouts().untilGivenUp().toSeconds()));
    pool.addDataSourceProperty("connectTimeout", String.valueOf(CONNECTING.toSeconds()));
    return new HikariDataSource(pool);
  }
}
