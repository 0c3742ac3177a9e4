package ro.parcurs.crm.lead.usecase;

import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.LeadsContract;

class InMemoryLeadsTest extends LeadsContract {

  InMemoryLeadsTest() {
    super(new InMemoryPorts());
  }
}
