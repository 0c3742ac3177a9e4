package ro.parcurs.crm.adapter.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The SQL that one thread sends, with its parameters, transaction by transaction: taken down from a
 * data source while the product works, to be sent again by nothing but JDBC. For one thread.
 */
final class RecordedSql {

  /** Sets a parameter as it was set. */
  @FunctionalInterface
  private interface Parameter {

    void set(PreparedStatement statement) throws SQLException;
  }

  /** A statement that was executed. */
  private record Sent(String sql, boolean prepared, List<Parameter> parameters) {}

  /** A transaction, with its end. */
  private record Unit(List<Sent> statements, boolean committed) {}

  private final List<Unit> units = new ArrayList<>();
  private List<Sent> underWay = new ArrayList<>();
  private int start;

  /** The data source, with all that is sent through it taken down. */
  DataSource recording(DataSource real) {
    return wrapped(
        DataSource.class,
        real,
        (method, arguments, result) ->
            result instanceof Connection connection ? recording(connection) : result);
  }

  int statements() {
    return units.stream().mapToInt(unit -> unit.statements().size()).sum();
  }

  int transactions() {
    return units.size();
  }

  /** What comes from now on is what is counted. */
  void markStart() {
    start = units.size();
  }

  /** Sends again what came before the mark. */
  void sendBeforeStart(Connection connection) throws SQLException {
    send(connection, units.subList(0, start));
  }

  /** Sends again what came from the mark on. */
  void sendFromStart(Connection connection) throws SQLException {
    send(connection, units.subList(start, units.size()));
  }

  /** Reads every column of every row that comes back. */
  private static void send(Connection connection, List<Unit> units) throws SQLException {
    connection.setAutoCommit(false);
    for (Unit unit : units) {
      for (Sent sent : unit.statements()) {
        send(connection, sent);
      }
      if (unit.committed()) {
        connection.commit();
      } else {
        connection.rollback();
      }
    }
  }

  private static void send(Connection connection, Sent sent) throws SQLException {
    if (!sent.prepared()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sent.sql());
      }
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sent.sql())) {
      for (Parameter parameter : sent.parameters()) {
        parameter.set(statement);
      }
      if (statement.execute()) {
        try (ResultSet rows = statement.getResultSet()) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
              rows.getObject(i);
            }
          }
        }
      }
    }
  }

  // ---- taking down ----

  private Connection recording(Connection real) {
    return wrapped(
        Connection.class,
        real,
        (method, arguments, result) -> {
          switch (method.getName()) {
            case "commit" -> end(true);
            case "rollback" -> end(false);
            default -> {
              if (result instanceof PreparedStatement statement) {
                return recording(statement, (String) arguments[0]);
              }
              if (result instanceof Statement statement) {
                return recording(statement);
              }
            }
          }
          return result;
        });
  }

  private void end(boolean committed) {
    units.add(new Unit(underWay, committed));
    underWay = new ArrayList<>();
  }

  private Statement recording(Statement real) {
    return wrapped(
        Statement.class,
        real,
        (method, arguments, result) -> {
          if (method.getName().startsWith("execute")) {
            underWay.add(new Sent((String) arguments[0], false, List.of()));
          }
          return result;
        });
  }

  private PreparedStatement recording(PreparedStatement real, String sql) {
    List<Parameter> parameters = new ArrayList<>();
    return wrapped(
        PreparedStatement.class,
        real,
        (method, arguments, result) -> {
          if (method.getName().startsWith("execute")) {
            underWay.add(new Sent(sql, true, List.copyOf(parameters)));
            parameters.clear();
          } else if (method.getName().startsWith("set") && method.getParameterCount() >= 2) {
            parameters.add(parameter(method, arguments));
          }
          return result;
        });
  }

  private static Parameter parameter(Method method, Object[] arguments) throws SQLException {
    int i = (Integer) arguments[0];
    Object value = arguments[1];
    return switch (method.getName() + arguments.length) {
      case "setString2" -> statement -> statement.setString(i, (String) value);
      case "setLong2" -> statement -> statement.setLong(i, (Long) value);
      case "setInt2" -> statement -> statement.setInt(i, (Integer) value);
      case "setBoolean2" -> statement -> statement.setBoolean(i, (Boolean) value);
      case "setBigDecimal2" -> statement -> statement.setBigDecimal(i, (BigDecimal) value);
      case "setBytes2" -> statement -> statement.setBytes(i, (byte[]) value);
      case "setDate2" -> statement -> statement.setDate(i, (Date) value);
      case "setTimestamp2" -> statement -> statement.setTimestamp(i, (Timestamp) value);
      case "setNull2" -> statement -> statement.setNull(i, (Integer) value);
      case "setObject2" -> statement -> statement.setObject(i, value);
      case "setObject3" -> statement -> statement.setObject(i, value, (Integer) arguments[2]);
      case "setArray2" -> {
        Object[] elements = (Object[]) ((Array) value).getArray();
        String type = ((Array) value).getBaseTypeName();
        yield statement ->
            statement.setArray(i, statement.getConnection().createArrayOf(type, elements));
      }
      default -> throw new IllegalStateException("a parameter that isn't known: " + method);
    };
  }

  // ---- wrapping ----

  /** Looks at a call that has returned, and may give another result. */
  @FunctionalInterface
  private interface After {

    Object returned(Method method, Object[] arguments, Object result) throws SQLException;
  }

  private static <T> T wrapped(Class<T> type, T real, After after) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return after.returned(method, arguments, method.invoke(real, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
