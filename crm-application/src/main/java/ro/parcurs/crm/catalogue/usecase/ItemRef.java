package ro.parcurs.crm.catalogue.usecase;

import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.change.Version;

/** An item as it was left by a command, for the next one. */
public record ItemRef(ItemId id, Version version) {

  /** The item as it is once this copy of it is saved. */
  static ItemRef saved(CatalogueItem item) {
    return new ItemRef(item.id(), item.version().next());
  }

  /** The item, left as it was. */
  static ItemRef unchanged(CatalogueItem item) {
    return new ItemRef(item.id(), item.version());
  }
}
