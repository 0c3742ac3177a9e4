package ro.parcurs.crm.adapter.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * A database that explains each question before it answers it: what is asked through its
 * connections is planned and run a first time for the plan, with the rows that each step really
 * read.
 */
final class ExplainingDatabase {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DataSource database;
  private final List<Plan> plans = new ArrayList<>();

  ExplainingDatabase(DataSource database) {
    this.database = database;
  }

  /** How a statement was carried out. */
  record Plan(String sql, JsonNode root) {}

  /** Connections to the same database, all of whose questions are explained. */
  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (method, arguments) ->
            method.getName().equals("getConnection")
                ? explaining(database.getConnection())
                : method.invoke(database, arguments));
  }

  /** What was asked since the last call. */
  List<Plan> takePlans() {
    List<Plan> taken = List.copyOf(plans);
    plans.clear();
    return taken;
  }

  private Connection explaining(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) ->
            method.getName().equals("prepareStatement") && isQuestion((String) arguments[0])
                ? explaining(connection, (String) arguments[0])
                : method.invoke(connection, arguments));
  }

  private static boolean isQuestion(String sql) {
    String begin = sql.strip().toLowerCase(Locale.ROOT);
    return begin.startsWith("select") || begin.startsWith("with");
  }

  private PreparedStatement explaining(Connection connection, String sql) throws SQLException {
    PreparedStatement answer = connection.prepareStatement(sql);
    PreparedStatement plan =
        connection.prepareStatement("explain (analyze, timing off, format json) " + sql);
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          switch (method.getName()) {
            case "execute", "executeQuery" -> explain(sql, plan);
            case "close" -> plan.close();
            default -> {
              if (method.getName().startsWith("set") && arguments.length > 1) {
                method.invoke(plan, arguments);
              }
            }
          }
          return method.invoke(answer, arguments);
        });
  }

  private void explain(String sql, PreparedStatement plan) throws SQLException, IOException {
    try (ResultSet rows = plan.executeQuery()) {
      rows.next();
      plans.add(
          new Plan(
              sql.replaceAll("\\s+", " ").strip(),
              JSON.readTree(rows.getString(1)).get(0).get("Plan")));
    }
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return call.on(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private interface Call {
    Object on(java.lang.reflect.Method method, Object[] arguments) throws Exception;
  }
}
