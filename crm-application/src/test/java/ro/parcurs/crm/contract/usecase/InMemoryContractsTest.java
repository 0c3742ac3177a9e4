package ro.parcurs.crm.contract.usecase;

import ro.parcurs.crm.testkit.ContractsContract;
import ro.parcurs.crm.testkit.InMemoryPorts;

class InMemoryContractsTest extends ContractsContract {

  InMemoryContractsTest() {
    super(new InMemoryPorts());
  }
}
