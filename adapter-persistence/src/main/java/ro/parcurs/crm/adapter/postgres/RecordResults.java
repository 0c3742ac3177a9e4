package ro.parcurs.crm.adapter.postgres;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.executor.resultset.ResultSetHandler;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.type.TypeHandler;
import org.apache.ibatis.type.TypeHandlerRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows into records, by the names of columns and components. MyBatis can do it too, but looks
 * for the column of each component anew in each row, comparing it with all others: it was the
 * greatest part of what a row cost.
 */
final class RecordResults implements ResultSetHandler {

  private final Class<?> row;
  private final TypeHandlerRegistry handlers;

  /** How the last result was read; nearly every result of a statement has the same columns. */
  private volatile @Nullable Reader last;

  private RecordResults(Class<?> row, TypeHandlerRegistry handlers) {
    this.row = row;
    this.handlers = handlers;
  }

  /** One for the statement, if its rows are records of several columns. Thread-safe. */
  static Optional<RecordResults> of(MappedStatement statement, TypeHandlerRegistry handlers) {
    List<ResultMap> results = statement.getResultMaps();
    if (results.size() != 1 || !results.get(0).getResultMappings().isEmpty()) {
      return Optional.empty();
    }
    Class<?> row = results.get(0).getType();
    return row.isRecord() && !handlers.hasTypeHandler(row)
        ? Optional.of(new RecordResults(row, handlers))
        : Optional.empty();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as MyBatis has it
  public <E> List<E> handleResultSets(Statement statement) throws SQLException {
    List<Object> rows = new ArrayList<>();
    try (ResultSet results = statement.getResultSet()) {
      Reader reader = reader(labels(results.getMetaData()));
      while (results.next()) {
        rows.add(reader.read(results));
      }
    }
    return (List<E>) rows;
  }

  private Reader reader(List<String> labels) {
    Reader reader = last;
    if (reader == null || !reader.labels.equals(labels)) {
      reader = new Reader(labels);
      last = reader;
    }
    return reader;
  }

  private static List<String> labels(ResultSetMetaData result) throws SQLException {
    String[] labels = new String[result.getColumnCount()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = result.getColumnLabel(i + 1);
    }
    return List.of(labels);
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // as MyBatis has it
  public <E> Cursor<E> handleCursorResultSets(Statement statement) {
    throw new UnsupportedOperationException("rows are read at once");
  }

  @Override
  public void handleOutputParameters(CallableStatement statement) {
    throw new UnsupportedOperationException("no procedures are called");
  }

  /** Knows where the components are in results with these columns. */
  private final class Reader {

    private final List<String> labels;
    private final Constructor<?> constructor;
    private final int[] columns;
    private final TypeHandler<?>[] types;

    Reader(List<String> labels) {
      this.labels = labels;
      Map<String, Integer> byName = new HashMap<>();
      for (int i = 0; i < labels.size(); i++) {
        byName.put(labels.get(i).replace("_", "").toLowerCase(Locale.ROOT), i + 1);
      }
      RecordComponent[] components = row.getRecordComponents();
      columns = new int[components.length];
      types = new TypeHandler<?>[components.length];
      for (int i = 0; i < components.length; i++) {
        Integer column = byName.get(components[i].getName().toLowerCase(Locale.ROOT));
        if (column == null) {
          throw new IllegalStateException(
              "no column for %s of %s".formatted(components[i].getName(), row.getName()));
        }
        columns[i] = column;
        types[i] = handlers.getTypeHandler(components[i].getType());
      }
      try {
        constructor =
            row.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("every record has one: " + row.getName(), e);
      }
    }

    Object read(ResultSet results) throws SQLException {
      @Nullable Object[] values = new Object[columns.length];
      for (int i = 0; i < columns.length; i++) {
        values[i] = types[i].getResult(results, columns[i]);
      }
      try {
        return constructor.newInstance(values);
      } catch (InvocationTargetException e) {
        throw new SQLException("not a " + row.getName(), e.getCause());
      } catch (ReflectiveOperationException | IllegalArgumentException e) {
        throw new SQLException("not a %s: %s".formatted(row.getName(), Arrays.toString(values)), e);
      }
    }
  }
}
