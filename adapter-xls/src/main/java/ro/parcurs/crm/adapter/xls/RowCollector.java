package ro.parcurs.crm.adapter.xls;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.CellFault;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;

/** Takes the cells of a sheet in their order and spools the rows, within the bounds. */
final class RowCollector {

  static final int MAX_ROWS = 1_048_576;

  private static final int MAX_DIGITS = 100;
  private static final int MAX_EXPONENT = 320;

  private final RowSpool spool;
  private final NumberFormats formats;
  private final Serials serials;
  private final List<Cell> cells = new ArrayList<>();
  private int row;

  RowCollector(RowSpool spool, NumberFormats formats, Serials serials) {
    this.spool = spool;
    this.formats = formats;
    this.serials = serials;
  }

  /**
   * Begins a row, after the one before.
   *
   * @param number from 1
   */
  void row(int number) throws IOException {
    endRow();
    if (number <= row) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED, "A" + number);
    }
    if (number > MAX_ROWS) {
      throw new UnreadableWorkbook(WorkbookFault.TOO_MANY_ROWS);
    }
    row = number;
  }

  int currentRow() {
    return row;
  }

  /**
   * A cell of the row, to the right of those before.
   *
   * @param column from 0
   */
  void cell(int column, Cell cell) {
    if (cell.isBlank()) {
      return;
    }
    if (column >= Workbook.MAX_COLUMNS) {
      throw new UnreadableWorkbook(WorkbookFault.TOO_MANY_COLUMNS);
    }
    if (column < cells.size()) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED, place(column, row));
    }
    while (cells.size() < column) {
      cells.add(Cell.blank());
    }
    cells.add(cell);
  }

  /** The last row ends. */
  void endRow() throws IOException {
    if (!cells.isEmpty()) {
      spool.add(row, cells);
      cells.clear();
    }
  }

  Cell text(String text, int column) {
    if (text.length() > Workbook.MAX_TEXT) {
      throw new UnreadableWorkbook(WorkbookFault.TEXT_TOO_LONG, place(column, row));
    }
    return Cell.of(text);
  }

  /** A number as the file writes it. */
  Cell number(String written, int style, int column) {
    if (written.length() > MAX_DIGITS) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED, place(column, row));
    }
    BigDecimal value;
    try {
      value = new BigDecimal(written.strip());
    } catch (NumberFormatException e) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED, place(column, row), e);
    }
    if (Math.abs((long) value.precision() - value.scale()) > MAX_EXPONENT) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED, place(column, row));
    }
    return switch (formats.of(style)) {
      case NUMBER -> new Cell.Figure(value, false);
      case PERCENT -> new Cell.Figure(value, true);
      case DATE -> moment(serials.moment(value), value.toString());
    };
  }

  /** A date as the file writes it out, by ISO 8601. */
  Cell day(String written) {
    String text = written.strip();
    try {
      return moment(
          Optional.of(LocalDateTime.parse(text.length() == 10 ? text + "T00:00" : text)), text);
    } catch (DateTimeParseException e) {
      return new Cell.Broken(CellFault.NO_DATE, text);
    }
  }

  private static Cell moment(Optional<LocalDateTime> moment, String written) {
    return moment
        .<Cell>map(Cell.Moment::new)
        .orElseGet(() -> new Cell.Broken(CellFault.NO_DATE, written));
  }

  /** The name of a cell, such as {@code AB12}. */
  static String place(int column, int row) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString() + row;
  }
}
