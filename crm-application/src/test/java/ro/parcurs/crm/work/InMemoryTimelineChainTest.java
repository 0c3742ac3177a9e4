package ro.parcurs.crm.work;

import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.TimelineChainContract;

class InMemoryTimelineChainTest extends TimelineChainContract {

  InMemoryTimelineChainTest() {
    super(new InMemoryPorts());
  }
}
