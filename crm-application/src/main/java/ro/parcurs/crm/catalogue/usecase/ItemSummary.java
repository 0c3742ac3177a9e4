package ro.parcurs.crm.catalogue.usecase;

import java.util.List;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemDetails;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.money.UnitPrice;

/**
 * An item as lists show it.
 *
 * @param prices of one unit: its own price, or what its recipe comes to, in each currency that the
 *     recipe has prices in
 * @param recipe whether it has one
 * @param sellable whether it and everything that it is made of is active
 */
public record ItemSummary(
    ItemId id,
    ItemDetails details,
    List<UnitPrice> prices,
    boolean recipe,
    boolean active,
    boolean sellable) {

  public ItemSummary {
    prices = List.copyOf(prices);
  }

  static ItemSummary of(CatalogueItem item, Catalogue catalogue) {
    return new ItemSummary(
        item.id(),
        item.details(),
        catalogue.prices(item.id()),
        item.recipe().isPresent(),
        item.isActive(),
        catalogue.inactiveIn(item.id()).isEmpty());
  }
}
