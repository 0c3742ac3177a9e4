package ro.parcurs.crm.lead.usecase;

import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.LeadQueriesContract;

class InMemoryLeadQueriesTest extends LeadQueriesContract {

  InMemoryLeadQueriesTest() {
    super(new InMemoryPorts());
  }
}
