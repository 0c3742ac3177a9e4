package ro.parcurs.crm.adapter.postgres;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.error.InvalidInput;

/**
 * A table whose rows are records: a component called {@code addedBy} is the column {@code
 * added_by}, as it is for MyBatis. A component that is a row itself stands for its own components.
 * Thread-safe.
 */
final class TableColumns<R extends Record> {

  /** A column, and the way to it through the rows that it lies in. */
  private record Column(String name, String component, List<Method> way) {}

  private final String table;
  private final List<Column> columns = new ArrayList<>();

  /**
   * @param left components that are not written: the database fills them in
   */
  TableColumns(String table, Class<R> row, Set<String> left) {
    this.table = table;
    collect(row, List.of(), left);
  }

  String table() {
    return table;
  }

  List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /**
   * The values of the row's columns, in their order, as PostgreSQL reads them.
   *
   * @throws InvalidInput {@code unreadable-character} of a text that can't be stored
   */
  @Nullable String[] texts(R row) {
    @Nullable String[] texts = new String[columns.size()];
    for (int i = 0; i < texts.length; i++) {
      Column column = columns.get(i);
      texts[i] = TextForm.of(column.component(), value(row, column.way()));
    }
    return texts;
  }

  private static @Nullable Object value(Object row, List<Method> way) {
    Object value = row;
    try {
      for (Method step : way) {
        value = step.invoke(value);
      }
      return value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("unreadable " + way, e);
    }
  }

  private void collect(Class<?> row, List<Method> way, Set<String> left) {
    for (RecordComponent component : row.getRecordComponents()) {
      if (left.contains(component.getName())) {
        continue;
      }
      List<Method> longer = new ArrayList<>(way);
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      longer.add(accessor);
      Class<?> type = component.getType();
      if (type.isRecord() && type.getPackage() == TableColumns.class.getPackage()) {
        collect(type, longer, left);
      } else {
        String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        columns.add(new Column(name, component.getName(), List.copyOf(longer)));
      }
    }
  }
}
