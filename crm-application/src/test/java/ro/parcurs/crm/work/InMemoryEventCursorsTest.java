package ro.parcurs.crm.work;

import ro.parcurs.crm.testkit.EventCursorsContract;
import ro.parcurs.crm.testkit.InMemoryPorts;

class InMemoryEventCursorsTest extends EventCursorsContract {

  InMemoryEventCursorsTest() {
    super(new InMemoryPorts());
  }
}
