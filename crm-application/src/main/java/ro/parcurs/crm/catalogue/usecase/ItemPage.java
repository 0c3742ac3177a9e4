package ro.parcurs.crm.catalogue.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.catalogue.ItemId;

/**
 * A page of the catalogue.
 *
 * @param next what the next page begins after; empty on the last
 * @param total how many items there are on all pages
 * @param categories all there are, for the filter
 */
public record ItemPage(
    List<ItemSummary> items, Optional<ItemId> next, long total, List<String> categories) {

  public ItemPage {
    items = List.copyOf(items);
    categories = List.copyOf(categories);
  }
}
