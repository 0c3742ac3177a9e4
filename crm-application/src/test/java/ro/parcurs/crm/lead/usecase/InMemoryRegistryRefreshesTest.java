package ro.parcurs.crm.lead.usecase;

import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.RegistryRefreshesContract;

class InMemoryRegistryRefreshesTest extends RegistryRefreshesContract {

  InMemoryRegistryRefreshesTest() {
    super(new InMemoryPorts());
  }
}
