package ro.parcurs.crm.spreadsheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.text.SearchText;

/**
 * Reads the cells of one row by their columns, and collects what can't be meant. No fault repeats
 * what stands in a cell, since faults are kept and cells are not. For one thread.
 */
public final class RowReading<C extends Enum<C> & KnownColumn> {

  private static final Pattern SEVERAL = Pattern.compile("[;,\n]");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\x{FEFF}\\x{200B}-\\x{200D}\\x{2060}\\x{00AD}]");

  private static final Map<String, Boolean> SAID =
      Map.of(
          "da", true, "yes", true, "true", true, "1", true, "x", true, "nu", false, "no", false,
          "false", false, "0", false);

  private static final Map<String, Currency> CURRENCIES =
      Map.of(
          "ron",
          Currency.RON,
          "lei",
          Currency.RON,
          "leu",
          Currency.RON,
          "eur",
          Currency.EUR,
          "euro",
          Currency.EUR);

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

  /**
   * A number, also one that was typed as a text, with the decimal sign of either language; null
   * when there is none.
   */
  public @Nullable BigDecimal number(C column) {
    if (columns.cell(row, column) instanceof Cell.Figure figure) {
      return figure.value();
    }
    String text = code(column);
    return text == null ? null : typed(column, text);
  }

  /**
   * A percentage, 5 for 5 %: a cell that shows one, or a number with or without the sign; null when
   * there is none.
   */
  public @Nullable BigDecimal percent(C column) {
    if (columns.cell(row, column) instanceof Cell.Figure figure) {
      return figure.percent() ? figure.value().movePointRight(2) : figure.value();
    }
    String text = code(column);
    return text == null ? null : typed(column, text.replaceFirst("\\s*%$", ""));
  }

  private @Nullable BigDecimal typed(C column, String text) {
    try {
      return TypedNumber.of(column.field(), text);
    } catch (InvalidInput fault) {
      faults.addAll(fault.violations());
      return null;
    }
  }

  /** Yes or no, also said in words or by a sign; null when nothing is. */
  public @Nullable Boolean truth(C column) {
    return known(column, "yes-or-no", SAID);
  }

  /** A currency, by its code or as people call it; null when there is none. */
  public @Nullable Currency currency(C column) {
    return known(column, "currency-unknown", CURRENCIES);
  }

  /** Whether nothing stands in any of the columns that are read. */
  public boolean isBlank() {
    return columns.places().entrySet().stream()
        .filter(place -> place.getKey().isRead())
        .allMatch(place -> row.cell(place.getValue()).isBlank());
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
