package ro.parcurs.crm.spreadsheet;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ro.parcurs.crm.text.SearchText;

/**
 * Finds the row of headings in a sheet, also under a title and blank rows, and what each of them
 * means. Thread-safe.
 */
public final class Headings<C extends Enum<C> & KnownColumn> {

  /** How many rows with content are looked at. */
  public static final int MAX_ROWS_LOOKED_AT = 50;

  private static final int FEWEST = 2;

  private final Map<String, C> meanings = new HashMap<>();

  public Headings(Class<C> columns, Wording wording) {
    for (C column : columns.getEnumConstants()) {
      add(wording.of(column, Locale.forLanguageTag("ro")), column);
      add(wording.of(column, Locale.ENGLISH), column);
      column.otherHeadings().forEach(heading -> add(heading, column));
    }
  }

  private void add(String heading, C column) {
    C other = meanings.put(folded(heading), column);
    if (other != null && other != column) {
      throw new IllegalStateException(heading + " means both " + other + " and " + column);
    }
  }

  /** What a heading means. */
  public Optional<C> meaning(String heading) {
    return Optional.ofNullable(meanings.get(folded(heading)));
  }

  /**
   * The row of the first {@value #MAX_ROWS_LOOKED_AT} that has the most known headings, the first
   * of equals; of two columns with the same meaning the first has it.
   *
   * @throws UnreadableWorkbook {@code NO_HEADER} when no row has two of them
   */
  public ColumnMap<C> find(Sheet sheet) {
    return best(sheet)
        .orElseThrow(() -> new UnreadableWorkbook(WorkbookFault.NO_HEADER, sheet.name()));
  }

  /**
   * The same; where no row has two known headings, the first of them with two cells, so that
   * somebody can say what its columns mean.
   */
  public ColumnMap<C> findOrFirst(Sheet sheet) {
    return best(sheet).orElseGet(() -> first(sheet));
  }

  private ColumnMap<C> first(Sheet sheet) {
    try (SheetRows rows = sheet.rows()) {
      ColumnMap<C> first = map(rows.next());
      for (int i = 1; first.headings().size() < FEWEST && i < MAX_ROWS_LOOKED_AT; i++) {
        if (!rows.hasNext()) {
          break;
        }
        ColumnMap<C> next = map(rows.next());
        if (next.headings().size() >= FEWEST) {
          first = next;
        }
      }
      return first;
    }
  }

  private Optional<ColumnMap<C>> best(Sheet sheet) {
    Optional<ColumnMap<C>> best = Optional.empty();
    try (SheetRows rows = sheet.rows()) {
      for (int i = 0; i < MAX_ROWS_LOOKED_AT && rows.hasNext(); i++) {
        ColumnMap<C> map = map(rows.next());
        if (map.places().size() > best.map(other -> other.places().size()).orElse(FEWEST - 1)) {
          best = Optional.of(map);
        }
      }
    }
    return best;
  }

  private ColumnMap<C> map(SheetRow row) {
    Map<Integer, String> headings = new HashMap<>();
    Map<C, Integer> places = new HashMap<>();
    for (int place = 0; place < row.cells().size(); place++) {
      Cell cell = row.cell(place);
      if (!cell.isBlank()) {
        headings.put(place, cell.text());
        int here = place;
        meaning(cell.text()).ifPresent(column -> places.putIfAbsent(column, here));
      }
    }
    return new ColumnMap<>(row.number(), headings, places);
  }

  private static String folded(String heading) {
    return SearchText.fold(heading).replace(" ", "");
  }
}
