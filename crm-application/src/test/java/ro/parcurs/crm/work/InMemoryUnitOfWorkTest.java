package ro.parcurs.crm.work;

import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.UnitOfWorkContract;

class InMemoryUnitOfWorkTest extends UnitOfWorkContract {

  InMemoryUnitOfWorkTest() {
    super(new InMemoryPorts());
  }
}
