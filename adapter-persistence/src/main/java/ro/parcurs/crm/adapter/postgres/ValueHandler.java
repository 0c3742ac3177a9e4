package ro.parcurs.crm.adapter.postgres;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.BigDecimalTypeHandler;
import org.apache.ibatis.type.InstantTypeHandler;
import org.apache.ibatis.type.IntegerTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.LocalDateTypeHandler;
import org.apache.ibatis.type.LongTypeHandler;
import org.apache.ibatis.type.StringTypeHandler;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * A record of one component, such as {@code LeadId} or {@code Cui}, as the column of that
 * component. Read back through its constructor, so a broken value in the table is found.
 */
final class ValueHandler<T> extends BaseTypeHandler<T> {

  private static final Map<Class<?>, TypeHandler<?>> COLUMNS =
      Map.of(
          UUID.class, new UuidHandler(),
          String.class, new StringTypeHandler(),
          BigDecimal.class, new BigDecimalTypeHandler(),
          long.class, new LongTypeHandler(),
          int.class, new IntegerTypeHandler(),
          Instant.class, new InstantTypeHandler(),
          LocalDate.class, new LocalDateTypeHandler());

  private final Constructor<T> constructor;
  private final Method accessor;
  private final TypeHandler<Object> column;

  /**
   * @param type one for which {@link #fits}
   */
  @SuppressWarnings("unchecked") // the handler is looked up by the class it handles
  ValueHandler(Class<T> type) {
    RecordComponent component = type.getRecordComponents()[0];
    column =
        (TypeHandler<Object>)
            Objects.requireNonNull(COLUMNS.get(component.getType()), type.getName());
    accessor = component.getAccessor();
    try {
      constructor = type.getDeclaredConstructor(component.getType());
      // Both are public; so nobody looks for that again in every row.
      constructor.setAccessible(true);
      accessor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type.getName(), e);
    }
  }

  /** Whether the class is a public record of one component that a column can hold. */
  static boolean fits(Class<?> type) {
    return type.isRecord()
        && type.getRecordComponents().length == 1
        && COLUMNS.containsKey(type.getRecordComponents()[0].getType());
  }

  @Override
  public void setNonNullParameter(PreparedStatement statement, int i, T value, JdbcType type)
      throws SQLException {
    try {
      column.setParameter(statement, i, accessor.invoke(value), type);
    } catch (ReflectiveOperationException e) {
      throw new SQLException("unreadable value " + value, e);
    }
  }

  @Override
  public @Nullable T getNullableResult(ResultSet rows, String name) throws SQLException {
    return value(column.getResult(rows, name));
  }

  @Override
  public @Nullable T getNullableResult(ResultSet rows, int index) throws SQLException {
    return value(column.getResult(rows, index));
  }

  @Override
  public @Nullable T getNullableResult(CallableStatement call, int index) throws SQLException {
    return value(column.getResult(call, index));
  }

  private @Nullable T value(@Nullable Object stored) throws SQLException {
    if (stored == null) {
      return null;
    }
    try {
      return constructor.newInstance(stored);
    } catch (InvocationTargetException e) {
      throw new SQLException("not a " + constructor.getName() + ": " + stored, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new SQLException(constructor.getName(), e);
    }
  }
}
