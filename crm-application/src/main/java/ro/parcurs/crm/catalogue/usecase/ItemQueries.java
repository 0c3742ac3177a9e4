package ro.parcurs.crm.catalogue.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.catalogue.ItemId;

/** Lists of items, made by the store itself. */
public interface ItemQueries {

  /**
   * A page of the items that the filter asks for.
   *
   * @param after the last item of the page before; empty for the first page
   * @param limit at least 1
   */
  List<ItemId> list(ItemFilter filter, ItemSort sort, Optional<ItemId> after, int limit);

  /** How many items the filter asks for. */
  long count(ItemFilter filter);

  /** The categories there are, in alphabetical order without regard to diacritics. */
  List<String> categories();
}
