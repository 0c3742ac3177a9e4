package ro.parcurs.crm.spreadsheet;

import java.io.OutputStream;
import java.util.List;

/** Stands where no adapter for spreadsheets is bound. */
final class NoSpreadsheets implements Spreadsheets {

  @Override
  public Workbook open(WorkbookSource source) {
    throw missing();
  }

  @Override
  public void write(OutputStream to, List<SheetContent> sheets) {
    throw missing();
  }

  private static IllegalStateException missing() {
    return new IllegalStateException("no adapter for spreadsheets is bound");
  }
}
