package ro.parcurs.crm.spreadsheet;

import java.util.List;
import ro.parcurs.crm.error.Violation;

/**
 * A row as it is shown before an import.
 *
 * @param faults of the row by itself; duplicates are found by the import
 */
public record PreviewedRow(SheetRow cells, List<Violation> faults) {

  public PreviewedRow {
    faults = List.copyOf(faults);
  }
}
