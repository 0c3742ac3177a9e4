package ro.parcurs.crm.order.usecase;

import ro.parcurs.crm.testkit.FinanceContract;
import ro.parcurs.crm.testkit.InMemoryPorts;

class InMemoryFinanceTest extends FinanceContract {

  InMemoryFinanceTest() {
    super(new InMemoryPorts());
  }
}
