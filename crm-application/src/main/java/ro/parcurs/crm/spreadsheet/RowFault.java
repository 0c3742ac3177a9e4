package ro.parcurs.crm.spreadsheet;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.error.Violation;

/**
 * What is wrong in a row of a sheet.
 *
 * @param row as the spreadsheet counts
 * @param column the known column that it is about; empty when it is the whole row
 */
public record RowFault(String sheet, int row, Optional<Enum<?>> column, Violation fault) {

  public RowFault {
    Objects.requireNonNull(sheet, "sheet");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(fault, "fault");
  }

  /** The faults of a row of a table, by their fields. */
  static <C extends Enum<C> & KnownColumn> List<RowFault> of(
      Table<C> table, int row, List<Violation> faults) {
    return faults.stream()
        .map(
            fault ->
                new RowFault(
                    table.sheet().name(),
                    row,
                    KnownColumn.of(fault, table.kind()).map(column -> column),
                    fault))
        .toList();
  }
}
