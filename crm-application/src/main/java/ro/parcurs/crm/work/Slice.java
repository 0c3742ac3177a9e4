package ro.parcurs.crm.work;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What a page shows of a list: one row more than that is asked for, which tells whether there are
 * others.
 *
 * @param rows what is shown, in the order of the list
 * @param more whether others come after them
 */
public record Slice<T>(List<T> rows, boolean more) {

  public Slice {
    rows = List.copyOf(rows);
  }

  /**
   * @param limit how many are shown at most, from 1
   * @param list gives as many rows as it is asked for, from where the page begins, or all there are
   */
  public static <T> Slice<T> of(int limit, IntFunction<List<T>> list) {
    List<T> found = list.apply(limit + 1);
    boolean more = found.size() > limit;
    return new Slice<>(more ? found.subList(0, limit) : found, more);
  }

  /** Where the next page begins: after the last row shown. Empty when there is none. */
  public <C> Optional<C> next(Function<? super T, C> cursor) {
    return more ? Optional.of(cursor.apply(rows.get(rows.size() - 1))) : Optional.empty();
  }

  /**
   * How many rows the list has. Where a page shows them all, nobody has to count them.
   *
   * @param first whether the page is the first of the list
   */
  public Count count(boolean first, Supplier<Count> counted) {
    return first && !more ? Count.of(rows.size()) : counted.get();
  }
}
