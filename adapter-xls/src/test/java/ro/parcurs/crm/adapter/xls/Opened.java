package ro.parcurs.crm.adapter.xls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.spreadsheet.SheetRows;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;

/** Opens bytes as the adapter does. */
final class Opened {

  private static final ExcelSpreadsheets SPREADSHEETS = new ExcelSpreadsheets();

  private Opened() {}

  /** All rows of the first sheet. */
  static List<SheetRow> rows(byte[] file) throws IOException {
    return rows(file, Optional.empty());
  }

  static List<SheetRow> rows(byte[] file, Optional<String> sheet) throws IOException {
    List<SheetRow> all = new ArrayList<>();
    try (Workbook workbook = SPREADSHEETS.open(() -> new ByteArrayInputStream(file));
        SheetRows rows = workbook.sheet(sheet).rows()) {
      rows.forEachRemaining(all::add);
    }
    return all;
  }

  /** Why the file is refused. */
  static WorkbookFault faultOf(byte[] file) throws IOException {
    try {
      List<SheetRow> rows = rows(file);
      throw new AssertionError("read: %d rows".formatted(rows.size()));
    } catch (UnreadableWorkbook refusal) {
      return refusal.fault();
    }
  }

  /** The texts of the rows, blanks as empty texts. */
  static List<List<String>> texts(byte[] file) throws IOException {
    return rows(file).stream()
        .map(row -> row.cells().stream().map(cell -> cell.text()).toList())
        .toList();
  }
}
