package ro.parcurs.crm.spreadsheet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows of a table that were not taken: as they were, with all its columns, and one more that
 * says why. Once corrected, the sheet can be imported as it is.
 */
public final class FailedRowsSheet<C extends Enum<C> & KnownColumn> {

  private static final int WIDTH = 20;
  private static final int WIDTH_OF_REASON = 60;

  private final Table<C> table;
  private final C reason;
  private final Wording wording;
  private final Locale language;
  private final int placeOfReason;
  private final List<SheetContent.Column> columns;

  /**
   * @param reason the column that says why
   */
  public FailedRowsSheet(Table<C> table, C reason, Wording wording, Locale language) {
    this.table = table;
    this.reason = reason;
    this.wording = wording;
    this.language = language;
    int width = table.width();
    this.placeOfReason = table.columns().places().getOrDefault(reason, width);
    this.columns = columns(Math.max(width, placeOfReason + 1));
  }

  private List<SheetContent.Column> columns(int width) {
    List<SheetContent.Column> all = new ArrayList<>();
    for (int place = 0; place < width; place++) {
      all.add(
          place == placeOfReason
              ? new SheetContent.Column(
                  wording.of(reason, language), SheetContent.Format.TEXT, WIDTH_OF_REASON)
              : new SheetContent.Column(
                  table.columns().headings().getOrDefault(place, ""),
                  SheetContent.Format.TEXT,
                  WIDTH));
    }
    return all;
  }

  /**
   * The sheet.
   *
   * @param failed in the order of the rows
   */
  public SheetContent content(Iterator<FailedRow> failed) {
    return new SheetContent(table.sheet().name(), columns, to -> giveTo(to, failed));
  }

  private void giveTo(Consumer<List<Cell>> to, Iterator<FailedRow> failed) {
    try (SheetRows rows = table.below()) {
      while (failed.hasNext()) {
        FailedRow each = failed.next();
        find(rows, each.number()).ifPresent(row -> to.accept(cells(row, each)));
      }
    }
  }

  private static Optional<SheetRow> find(SheetRows rows, int number) {
    while (rows.hasNext()) {
      SheetRow row = rows.next();
      if (row.number() == number) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private List<Cell> cells(SheetRow row, FailedRow failed) {
    Cell why = Cell.of(KnownColumn.sentences(failed.faults(), table.kind(), wording, language));
    List<Cell> cells = new ArrayList<>();
    for (int place = 0; place < columns.size(); place++) {
      cells.add(place == placeOfReason ? why : row.cell(place));
    }
    return cells;
  }
}
