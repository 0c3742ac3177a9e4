package ro.parcurs.crm.catalogue.usecase;

import ro.parcurs.crm.testkit.CatalogueItemsContract;
import ro.parcurs.crm.testkit.InMemoryPorts;

class InMemoryCatalogueItemsTest extends CatalogueItemsContract {

  InMemoryCatalogueItemsTest() {
    super(new InMemoryPorts());
  }
}
