package ro.parcurs.crm.spreadsheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.text.SearchText;

/**
 * Reads the cells of one row by their columns, and collects what can't be meant. No fault repeats
 * what stands in a cell, since faults are kept and cells are not. For one thread.
 */
public final class RowReading<C extends Enum<C> & KnownColumn> {

  private static final Pattern SEVERAL = Pattern.compile("[;,\n]");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\x{FEFF}\\x{200B}-\\x{200D}\\x{2060}\\x{00AD}]");

  private final ColumnMap<C> columns;
  private final SheetRow row;
  private final List<Violation> faults = new ArrayList<>();

  public RowReading(ColumnMap<C> columns, SheetRow row) {
    this.columns = columns;
    this.row = row;
  }

  /** A text; null when there is none. */
  public @Nullable String text(C column) {
    Cell cell = columns.cell(row, column);
    if (cell instanceof Cell.Broken broken) {
      fault(column, "cell-" + broken.fault().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      return null;
    }
    return cell.isBlank() ? null : cell.text();
  }

  /** A text in which nothing invisible is meant. */
  public @Nullable String code(C column) {
    String text = text(column);
    return text == null ? null : INVISIBLE.matcher(text).replaceAll("").strip();
  }

  /** What stands between commas, semicolons and ends of lines. */
  public List<String> several(C column) {
    String text = code(column);
    return text == null
        ? List.of()
        : Arrays.stream(SEVERAL.split(text))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
  }

  /**
   * A value that is called by a name; null when there is none.
   *
   * @param fault what it is when nothing is called so
   */
  public <V> @Nullable V known(C column, String fault, Function<String, Optional<V>> find) {
    String text = code(column);
    if (text == null || text.isEmpty()) {
      return null;
    }
    Optional<V> found = find.apply(text);
    if (found.isEmpty()) {
      fault(column, fault);
    }
    return found.orElse(null);
  }

  /** The same with names whose case and diacritics don't matter. */
  public <V> @Nullable V known(C column, String fault, Map<String, V> byFoldedName) {
    return known(
        column, fault, text -> Optional.ofNullable(byFoldedName.get(SearchText.fold(text))));
  }

  /** What can't be meant in the cells that were asked for so far. */
  public List<Violation> faults() {
    return List.copyOf(faults);
  }

  private void fault(C column, String code) {
    faults.add(new Violation(column.field(), code, Map.of()));
  }
}
