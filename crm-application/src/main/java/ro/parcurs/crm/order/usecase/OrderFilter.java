package ro.parcurs.crm.order.usecase;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.text.SearchText;
import ro.parcurs.crm.validation.PlainText;

/**
 * Which orders a list is to show.
 *
 * @param search a part of the number, of the client's name or of its fiscal code; diacritics and
 *     capitals don't matter; missing or blank for all
 * @param unpaidOnly only the orders with something outstanding
 */
public record OrderFilter(
    @PlainText(max = MAX_SEARCH) @Nullable String search, boolean unpaidOnly) {

  public static final int MAX_SEARCH = 100;

  /** Every order. */
  public static final OrderFilter NONE = new OrderFilter(null, false);

  /** What is searched for, folded; empty for everything. */
  public String folded() {
    return search == null ? "" : SearchText.fold(search);
  }

  /** The same as what all has to be found: nothing, or the one text. */
  public List<String> words() {
    return folded().isEmpty() ? List.of() : List.of(folded());
  }
}
