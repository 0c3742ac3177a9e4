package ro.parcurs.crm.spreadsheet;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** A file that is not read; nothing of it was taken over. */
public final class UnreadableWorkbook extends Refusal {

  private static final long serialVersionUID = 1L;

  private final WorkbookFault fault;

  /**
   * @param where the sheet, cell or part in question; may be empty
   */
  public UnreadableWorkbook(WorkbookFault fault, String where) {
    super(Map.of("fault", fault, "where", where));
    this.fault = fault;
  }

  public UnreadableWorkbook(WorkbookFault fault) {
    this(fault, "");
  }

  /** With what was seen of the matter, for logs. */
  public UnreadableWorkbook(WorkbookFault fault, String where, Throwable cause) {
    this(fault, where);
    initCause(cause);
  }

  public WorkbookFault fault() {
    return fault;
  }
}
