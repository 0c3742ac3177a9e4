package ro.parcurs.crm.lead.usecase;

import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.SavedFiltersContract;

class InMemorySavedFiltersTest extends SavedFiltersContract {

  InMemorySavedFiltersTest() {
    super(new InMemoryPorts());
  }
}
