package ro.parcurs.crm.offer.usecase;

import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.OffersContract;

class InMemoryOffersTest extends OffersContract {

  InMemoryOffersTest() {
    super(new InMemoryPorts());
  }
}
