package ro.parcurs.crm.spreadsheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Violation;

/**
 * A sheet whose columns are known: what an import reads. What the columns of a kind are, the enum
 * says.
 *
 * @param kind the columns that there may be
 */
public record Table<C extends Enum<C> & KnownColumn>(
    Sheet sheet, ColumnMap<C> columns, Class<C> kind) {

  /** How many rows a preview shows. */
  public static final int PREVIEWED = 20;

  /**
   * Finds the headings of a sheet.
   *
   * @param said what the columns that are read mean, from 0; found by their headings if missing
   * @throws InvalidInput when what was said can't be: a place for two columns, or one past the last
   */
  public static <C extends Enum<C> & KnownColumn> Table<C> of(
      Sheet sheet, Class<C> kind, Wording wording, @Nullable Map<C, Integer> said) {
    ColumnMap<C> found = new Headings<>(kind, wording).findOrFirst(sheet);
    if (said == null) {
      return new Table<>(sheet, found, kind);
    }
    if (new HashSet<>(said.values()).size() < said.size()) {
      throw InvalidInput.of("places", "column-twice");
    }
    if (said.values().stream().anyMatch(place -> place < 0 || place >= Workbook.MAX_COLUMNS)) {
      throw InvalidInput.of("places", "column-none");
    }
    Map<C, Integer> places = new HashMap<>(said);
    found
        .places()
        .forEach(
            (column, place) -> {
              if (!column.isRead() && !said.containsValue(place)) {
                places.putIfAbsent(column, place);
              }
            });
    return new Table<>(sheet, new ColumnMap<>(found.headerRow(), found.headings(), places), kind);
  }

  /** The columns that a row can't do without and that the sheet doesn't have. */
  public Set<C> missing() {
    return columns.missing(kind);
  }

  /**
   * The same table, which has all that is needed.
   *
   * @throws UnreadableWorkbook when a column is missing that a row can't do without; it is named
   */
  public Table<C> complete(Wording wording, Locale language) {
    Set<C> missing = missing();
    if (missing.isEmpty()) {
      return this;
    }
    throw new UnreadableWorkbook(
        WorkbookFault.NO_HEADER,
        String.join(", ", missing.stream().map(each -> wording.of(each, language)).toList()));
  }

  /** How many rows with content stand below the headings. */
  public int size() {
    int above = 0;
    try (SheetRows rows = sheet.rows()) {
      while (rows.hasNext() && rows.next().number() <= columns.headerRow()) {
        above++;
      }
    }
    return sheet.size() - above;
  }

  /**
   * The same table, which has no more rows than can be taken at once.
   *
   * @throws UnreadableWorkbook {@code TOO_MANY_ROWS}
   */
  public Table<C> atMost(int rows) {
    if (size() > rows) {
      throw new UnreadableWorkbook(
          WorkbookFault.TOO_MANY_ROWS, sheet.name() + ": " + size() + " > " + rows);
    }
    return this;
  }

  /** What is read of the sheet: two tables of the same file that say the same mean the same. */
  public String plan() {
    return sheet.name() + "!" + columns.headerRow() + columns.inOrder(kind);
  }

  /** How many columns have a heading or a meaning, those between them included. */
  public int width() {
    return Stream.concat(columns.headings().keySet().stream(), columns.places().values().stream())
            .max(Integer::compare)
            .orElse(-1)
        + 1;
  }

  /** The rows below the headings. */
  public SheetRows below() {
    return sheet.rows(columns.headerRow() + 1);
  }

  /**
   * The first rows below the headings, at most {@value #PREVIEWED}.
   *
   * @param faults what is wrong with a row
   */
  public List<PreviewedRow> preview(Function<SheetRow, List<Violation>> faults) {
    List<PreviewedRow> first = new ArrayList<>();
    try (SheetRows rows = below()) {
      while (rows.hasNext() && first.size() < PREVIEWED) {
        SheetRow row = rows.next();
        first.add(new PreviewedRow(row, faults.apply(row)));
      }
    }
    return Collections.unmodifiableList(first);
  }
}
