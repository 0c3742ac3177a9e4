package ro.parcurs.crm.work;

import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.TimelineContract;

class InMemoryTimelineTest extends TimelineContract {

  InMemoryTimelineTest() {
    super(new InMemoryPorts());
  }
}
