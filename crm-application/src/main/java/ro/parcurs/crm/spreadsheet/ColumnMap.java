package ro.parcurs.crm.spreadsheet;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which column of a sheet is which.
 *
 * @param headerRow the number of the row with the headings; data stands below
 * @param headings all headings by the place of their columns, from 0
 * @param places where the known columns are
 */
public record ColumnMap<C extends Enum<C> & KnownColumn>(
    int headerRow, Map<Integer, String> headings, Map<C, Integer> places) {

  public ColumnMap {
    headings = Map.copyOf(headings);
    places = Map.copyOf(places);
    if (new HashSet<>(places.values()).size() < places.size()) {
      throw new IllegalArgumentException("a column that is two");
    }
  }

  /** The cell of a column; blank where the sheet doesn't have it. */
  public Cell cell(SheetRow row, C column) {
    Integer place = places.get(column);
    return place == null ? Cell.blank() : row.cell(place);
  }

  public boolean has(C column) {
    return places.containsKey(column);
  }

  /** The headings of the columns that are not read, by their places; see {@link UnreadColumns}. */
  public Map<Integer, String> unread() {
    Map<Integer, String> unread = new TreeMap<>(headings);
    places.forEach(
        (column, place) -> {
          if (column.isRead()) {
            unread.remove(place);
          }
        });
    return unread;
  }

  /** The columns that a row can't do without and that the sheet doesn't have. */
  public Set<C> missing(Class<C> columns) {
    Set<C> missing = EnumSet.allOf(columns);
    missing.removeIf(column -> !column.isRequired() || has(column));
    return missing;
  }

  /**
   * The same with one place meaning something else; what was said of the place before, or of the
   * column, is forgotten.
   *
   * @param column empty when the place means nothing
   */
  public ColumnMap<C> with(int place, Optional<C> column) {
    Map<C, Integer> changed = new HashMap<>(places);
    changed.values().removeIf(each -> each == place);
    column.ifPresent(known -> changed.put(known, place));
    return new ColumnMap<>(headerRow, headings, changed);
  }

  /** The known columns in the order of the enum. */
  public Map<C, Integer> inOrder(Class<C> columns) {
    Map<C, Integer> ordered = new EnumMap<>(columns);
    ordered.putAll(places);
    return ordered;
  }
}
