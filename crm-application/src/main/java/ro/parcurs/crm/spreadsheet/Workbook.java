package ro.parcurs.crm.spreadsheet;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.file.Sha256;

/** An open workbook. Thread-safe. Closing it removes what was kept of the file for reading. */
public interface Workbook extends AutoCloseable {

  /** The greatest number of columns with content. */
  int MAX_COLUMNS = 256;

  /** The greatest length of a text in a cell, in UTF-16 units. */
  int MAX_TEXT = 10_000;

  /** What the file is recognised by. */
  Sha256 hash();

  /** The names of the sheets, in their order, without the hidden ones. */
  List<String> sheets();

  /**
   * Reads a sheet to its end and checks it, and the other parts of the file with it: rows of a
   * damaged file are never given away.
   *
   * @param name in any case; a hidden sheet can be named too; the first visible one if empty
   * @throws UnreadableWorkbook when there is no such sheet, when something of the file is damaged,
   *     missing or not allowed, or when there is more of something than is read
   */
  Sheet sheet(Optional<String> name);

  @Override
  void close();
}
