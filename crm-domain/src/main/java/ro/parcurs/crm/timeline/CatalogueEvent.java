package ro.parcurs.crm.timeline;

import ro.parcurs.crm.catalogue.ItemId;

/** What happened to the catalogue; it concerns no lead. */
public sealed interface CatalogueEvent extends DomainEvent {

  /** An item was added to the catalogue. */
  record ItemAdded(ItemId item, String code) implements CatalogueEvent {}
}
