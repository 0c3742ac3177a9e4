package ro.parcurs.crm.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Refusal;
import ro.parcurs.crm.error.Violation;

/** Collects what is wrong in the rows of a table. For one thread. */
public final class RowFaults<C extends Enum<C> & KnownColumn> {

  private final Table<C> table;
  private final Map<Integer, List<Violation>> byRow = new TreeMap<>();

  public RowFaults(Table<C> table) {
    this.table = table;
  }

  /** Of a field of which something is told already, no more is: the first fault says it best. */
  public void add(int row, List<Violation> faults) {
    List<Violation> known = byRow.computeIfAbsent(row, any -> new ArrayList<>());
    List<String> told = known.stream().map(Violation::field).toList();
    faults.stream().filter(fault -> !told.contains(fault.field())).forEach(known::add);
  }

  /** A fault of a column, without arguments. */
  public void add(int row, C column, String code) {
    add(row, List.of(new Violation(column.field(), code, Map.of())));
  }

  /** Why a row is refused, told of a column. */
  public void add(int row, C column, Refusal reason) {
    add(row, List.of(new Violation(column.field(), reason.code(), reason.arguments())));
  }

  /** Why a value that was to be in a column can't be. */
  public void add(int row, C column, InvalidInput reason) {
    add(
        row,
        reason.violations().stream()
            .map(fault -> new Violation(column.field(), fault.code(), fault.arguments()))
            .toList());
  }

  public boolean has(int row) {
    return !of(row).isEmpty();
  }

  /** The faults of a row. */
  public List<Violation> of(int row) {
    return List.copyOf(byRow.getOrDefault(row, List.of()));
  }

  /** All of them, row by row. */
  public List<RowFault> all() {
    List<RowFault> all = new ArrayList<>();
    byRow.forEach((row, faults) -> all.addAll(RowFault.of(table, row, faults)));
    return all;
  }
}
