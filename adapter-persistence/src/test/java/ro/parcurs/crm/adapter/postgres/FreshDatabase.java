package ro.parcurs.crm.adapter.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import ro.parcurs.crm.testkit.Ports;

/**
 * A database of its own for a test class: a copy of the migrated template on the shared {@link
 * PostgresServer}, which takes some 20 ms. Its sessions are in the server's zone, not in the JVM's.
 *
 * <p>The whole test of a store is its contract:
 *
 * <pre>{@code
 * class PostgresLeadsTest extends LeadsContract {
 *
 *   @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();
 *
 *   PostgresLeadsTest() {
 *     super(DATABASE);
 *   }
 * }
 * }</pre>
 *
 * What only this adapter does (a constraint, a lock, a broken row) is tested beside it in the same
 * class, with {@link #execute} and {@link #query} for what goes past the store.
 */
final class FreshDatabase implements BeforeAllCallback, AfterAllCallback, Ports {

  private static final int CONNECTIONS = 12;

  private final Supplier<String> url;
  private @Nullable HikariDataSource pool;
  private @Nullable PostgresAdapter adapter;

  FreshDatabase() {
    this(PostgresServer::newDatabase);
  }

  private FreshDatabase(Supplier<String> url) {
    this.url = url;
  }

  /** A database whose user may create tables in it, and nothing else. */
  static FreshDatabase withoutExtensions() {
    return new FreshDatabase(PostgresServer::newDatabaseOfTenant);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url.get());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    config.setConnectionInitSql("set time zone '" + PostgresServer.ZONE + "'");
    pool = new HikariDataSource(config);
    adapter = PostgresAdapter.on(pool);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    adapter().close();
    if (pool != null) {
      pool.close();
      PostgresServer.drop(pool.getJdbcUrl());
    }
  }

  @Override
  public <P> P port(Class<P> port) {
    return adapter().port(port);
  }

  /** The adapter, for what is more than one port. */
  PostgresAdapter adapter() {
    if (adapter == null) {
      throw new IllegalStateException("the test class has not begun");
    }
    return adapter;
  }

  /** What the server calls it. */
  String name() {
    return query("select current_database()");
  }

  DataSource dataSource() {
    if (pool == null) {
      throw new IllegalStateException("the test class has not begun");
    }
    return pool;
  }

  /** Runs a statement past the stores. */
  void execute(String sql) {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of the first row, as text. */
  String query(String sql) {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
