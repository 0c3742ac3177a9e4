package ro.parcurs.crm.spreadsheet;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import ro.parcurs.crm.error.Violation;

/**
 * A table as it is shown before an import.
 *
 * @param missing the required columns that were not found: without them there is no import
 * @param rows how many there are below the headings
 * @param first the first of them, at most {@value Table#PREVIEWED}
 */
public record PreviewedTable<C extends Enum<C> & KnownColumn>(
    String sheet, ColumnMap<C> columns, Set<C> missing, int rows, List<PreviewedRow> first) {

  public PreviewedTable {
    missing = Collections.unmodifiableSet(new LinkedHashSet<>(missing));
    first = List.copyOf(first);
  }

  /**
   * Looks at a table.
   *
   * @param faults what is wrong with a row
   */
  public static <C extends Enum<C> & KnownColumn> PreviewedTable<C> of(
      Table<C> table, Function<SheetRow, List<Violation>> faults) {
    return new PreviewedTable<>(
        table.sheet().name(),
        table.columns(),
        table.missing(),
        table.size(),
        table.preview(faults));
  }
}
