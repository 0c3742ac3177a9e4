package ro.parcurs.crm.work;

import ro.parcurs.crm.testkit.EventLogContract;
import ro.parcurs.crm.testkit.InMemoryPorts;

class InMemoryEventLogTest extends EventLogContract {

  InMemoryEventLogTest() {
    super(new InMemoryPorts());
  }
}
