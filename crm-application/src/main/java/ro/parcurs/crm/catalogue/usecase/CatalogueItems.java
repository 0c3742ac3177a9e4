package ro.parcurs.crm.catalogue.usecase;

import java.util.Collection;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;

/** The store of the catalogue; writes happen only inside a unit of work. */
public interface CatalogueItems {

  /**
   * @throws AlreadyExists when another item has the code; it names that item's identity
   */
  void add(CatalogueItem item);

  /**
   * @throws NotFound when there is no such item
   */
  CatalogueItem get(ItemId id);

  /**
   * Keeps the changed item, provided that nobody has changed it since it was read.
   *
   * @throws ConcurrentChange when somebody has
   * @throws AlreadyExists when another item has the code; it names that item's identity
   * @throws NotFound when there is no such item
   */
  void save(CatalogueItem item);

  /** These items and everything that their recipes need; ids that there are not are left out. */
  Catalogue catalogueOf(Collection<ItemId> items);

  /** All items. */
  Catalogue wholeCatalogue();

  /**
   * Lets only one unit of work at a time change recipes or prices: called before the whole
   * catalogue is read in order to do so, it waits until all others that called it have ended. Two
   * recipes that are sound each by itself can't make a cycle together then.
   */
  void lockRecipes();
}
