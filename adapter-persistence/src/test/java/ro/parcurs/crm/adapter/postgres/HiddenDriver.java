package ro.parcurs.crm.adapter.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import ro.parcurs.crm.testkit.Ports;

/**
 * A fresh database behind connections that don't let anybody reach PostgreSQL's driver, as some
 * pools of application servers do.
 */
final class HiddenDriver implements BeforeAllCallback, AfterAllCallback, Ports {

  private final FreshDatabase database = new FreshDatabase();
  private @Nullable PostgresAdapter adapter;

  @Override
  public void beforeAll(ExtensionContext context) {
    database.beforeAll(context);
    adapter = PostgresAdapter.on(hidden(database.dataSource()));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    database.afterAll(context);
  }

  @Override
  public <P> P port(Class<P> port) {
    if (adapter == null) {
      throw new IllegalStateException("the test class has not begun");
    }
    return adapter.port(port);
  }

  private static DataSource hidden(DataSource real) {
    return wrapped(
        DataSource.class,
        real,
        result ->
            result instanceof Connection open ? wrapped(Connection.class, open, r -> r) : result);
  }

  private static <T> T wrapped(Class<T> type, T real, UnaryOperator<Object> result) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("isWrapperFor")) {
                return false;
              }
              if (method.getName().equals("unwrap")) {
                throw new SQLException("nothing is wrapped here");
              }
              try {
                return result.apply(method.invoke(real, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
