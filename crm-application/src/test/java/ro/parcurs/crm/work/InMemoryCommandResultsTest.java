package ro.parcurs.crm.work;

import ro.parcurs.crm.testkit.CommandResultsContract;
import ro.parcurs.crm.testkit.InMemoryPorts;

class InMemoryCommandResultsTest extends CommandResultsContract {

  InMemoryCommandResultsTest() {
    super(new InMemoryPorts());
  }
}
