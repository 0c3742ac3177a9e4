package ro.parcurs.crm.pursuit.usecase;

import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.PursuitsContract;

class InMemoryPursuitsTest extends PursuitsContract {

  InMemoryPursuitsTest() {
    super(new InMemoryPorts());
  }
}
