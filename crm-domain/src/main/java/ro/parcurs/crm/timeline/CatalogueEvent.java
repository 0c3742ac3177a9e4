package ro.parcurs.crm.timeline;

import java.util.Optional;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.money.UnitPrice;

/** What happened to the catalogue. */
public sealed interface CatalogueEvent extends LeadlessEvent {

  /** An item was added to the catalogue. */
  record ItemAdded(ItemId item, String code) implements CatalogueEvent {}

  /** What is said of an item was changed. */
  record ItemEdited(ItemId item, String code) implements CatalogueEvent {}

  /**
   * An item has another price of its own.
   *
   * @param from empty when it had a recipe until now
   */
  record ItemPriceChanged(ItemId item, String code, Optional<UnitPrice> from, UnitPrice to)
      implements CatalogueEvent {}

  /** An item has a recipe, or another one. */
  record RecipeSaved(ItemId item, String code, int components) implements CatalogueEvent {}

  /** An item is sold again. */
  record ItemActivated(ItemId item, String code) implements CatalogueEvent {}

  /** An item is no longer sold. */
  record ItemDeactivated(ItemId item, String code) implements CatalogueEvent {}

  /** The VAT rates or their dates were changed. */
  record VatRatesChanged(int periods) implements CatalogueEvent {}
}
