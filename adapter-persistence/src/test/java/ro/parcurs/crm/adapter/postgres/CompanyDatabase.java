package ro.parcurs.crm.adapter.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import ro.parcurs.crm.testkit.Ports;

/** A database of its own for a test class, with a schema for each of several companies. */
final class CompanyDatabase implements BeforeAllCallback, AfterAllCallback, Ports {

  private final List<String> companies;
  private final int connections;
  private @Nullable HikariDataSource pool;
  private @Nullable PostgresAdapter adapter;

  CompanyDatabase(int connections, String... companies) {
    this.connections = connections;
    this.companies = List.of(companies);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(PostgresServer.newEmptyDatabase());
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    config.setConnectionInitSql("set time zone '" + PostgresServer.ZONE + "'");
    pool = new HikariDataSource(config);
    adapter = PostgresAdapter.companies(pool);
    companies.forEach(adapter::migrate);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    adapter().close();
    pool().close();
    PostgresServer.drop(pool().getJdbcUrl());
  }

  @Override
  public <P> P port(Class<P> port) {
    return adapter().port(port);
  }

  PostgresAdapter adapter() {
    if (adapter == null) {
      throw new IllegalStateException("the test class has not begun");
    }
    return adapter;
  }

  HikariDataSource pool() {
    if (pool == null) {
      throw new IllegalStateException("the test class has not begun");
    }
    return pool;
  }

  <T> T in(String company, Supplier<T> body) {
    return adapter().inCompany(company, body);
  }

  /** What stands in the company's tables. */
  KnownRows rows(String company) {
    return new KnownRows(pool(), company);
  }

  void execute(String sql) {
    try (Connection connection = pool().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The search path of each connection of the pool, as whoever gets it next finds it. */
  List<String> searchPaths() {
    List<Connection> all = new ArrayList<>();
    try {
      List<String> paths = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        Connection connection = pool().getConnection();
        all.add(connection);
        try (Statement statement = connection.createStatement();
            var path = statement.executeQuery("show search_path")) {
          path.next();
          paths.add(path.getString(1));
        }
      }
      return paths;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      for (Connection connection : all) {
        try {
          connection.close();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
