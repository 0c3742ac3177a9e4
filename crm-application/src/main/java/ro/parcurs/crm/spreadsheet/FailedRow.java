package ro.parcurs.crm.spreadsheet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ro.parcurs.crm.error.Violation;

/**
 * A row that was not taken. What stands in it is not kept, since it may be about persons: it is
 * read again from the file.
 *
 * @param number as the spreadsheet counts
 * @param faults at least one; their arguments are texts and whole numbers
 */
public record FailedRow(int number, List<Violation> faults) {

  public FailedRow {
    faults = faults.stream().map(FailedRow::plain).toList();
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("a row that failed without a fault");
    }
  }

  private static Violation plain(Violation fault) {
    Map<String, Object> arguments = new TreeMap<>();
    fault
        .arguments()
        .forEach(
            (name, value) ->
                arguments.put(name, value instanceof Integer ? value : value.toString()));
    return new Violation(fault.field(), fault.code(), arguments);
  }
}
