package ro.parcurs.crm.catalogue.usecase;

import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.VatRateBookContract;

class InMemoryVatRateBookTest extends VatRateBookContract {

  InMemoryVatRateBookTest() {
    super(new InMemoryPorts());
  }
}
