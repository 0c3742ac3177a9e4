package ro.parcurs.crm.spreadsheet;

import java.util.List;
import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** Rows of a workbook are at fault; nothing of it was taken over, not even the others. */
public final class FaultyRows extends Refusal {

  /** How many faults the message tells. */
  public static final int TOLD = 20;

  private static final long serialVersionUID = 1L;

  private final transient List<RowFault> faults;

  /**
   * @param faults all that there are, at least one
   */
  public FaultyRows(List<RowFault> faults) {
    super(
        Map.of(
            "count", faults.size(), "faults", List.copyOf(faults.stream().limit(TOLD).toList())));
    this.faults = List.copyOf(faults);
  }

  /** All of them, sheet by sheet and row by row. */
  public List<RowFault> faults() {
    return faults;
  }
}
