package ro.parcurs.crm.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Files of spreadsheets. Thread-safe. */
public interface Spreadsheets {

  /** The binding where no adapter is: every call is a fault of the program that embeds. */
  Spreadsheets NONE = new NoSpreadsheets();

  /**
   * Opens a workbook. What the source gives is read once, to its end; later changes of it are not
   * seen.
   *
   * @throws UnreadableWorkbook when it is none, or none that is read
   * @throws IOException when the source can't be read
   */
  Workbook open(WorkbookSource source) throws IOException;

  /**
   * Writes a workbook, as a stream: any number of rows takes the same memory. No content is ever
   * run by the spreadsheet that opens it, and each is read back as it was.
   *
   * @param to is not closed
   * @param sheets at least one
   * @throws IOException when the stream takes no more
   */
  void write(OutputStream to, List<SheetContent> sheets) throws IOException;
}
