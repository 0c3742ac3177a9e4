package ro.parcurs.crm.spreadsheet;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one of the tables of a workbook is, as somebody says it.
 *
 * @param sheet found by its headings if missing
 * @param places what its columns mean, from 0; found by their headings if missing; empty when the
 *     table is not to be read
 */
public record TableChoice<C extends Enum<C> & KnownColumn>(
    @Nullable String sheet, @Nullable Map<C, Integer> places) {

  public TableChoice {
    places = places == null ? null : Map.copyOf(places);
  }

  /** Nothing said: the table is looked for, and left out when there is none. */
  public static <C extends Enum<C> & KnownColumn> TableChoice<C> found() {
    return new TableChoice<>(null, null);
  }

  /** Says that the table is not to be read. */
  public static <C extends Enum<C> & KnownColumn> TableChoice<C> leftOut() {
    return new TableChoice<>(null, Map.<C, Integer>of());
  }

  /** Whether the table is not to be read. */
  public boolean isLeftOut() {
    return places != null && places.isEmpty();
  }
}
