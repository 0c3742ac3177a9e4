package ro.parcurs.crm.offer.usecase;

import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.OfferQueriesContract;

class InMemoryOfferQueriesTest extends OfferQueriesContract {

  InMemoryOfferQueriesTest() {
    super(new InMemoryPorts());
  }
}
