package ro.parcurs.crm.pursuit.usecase;

import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.ResponsibilitiesContract;

class InMemoryResponsibilitiesTest extends ResponsibilitiesContract {

  InMemoryResponsibilitiesTest() {
    super(new InMemoryPorts());
  }
}
