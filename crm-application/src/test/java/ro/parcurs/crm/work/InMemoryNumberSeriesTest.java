package ro.parcurs.crm.work;

import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.NumberSeriesContract;

class InMemoryNumberSeriesTest extends NumberSeriesContract {

  InMemoryNumberSeriesTest() {
    super(new InMemoryPorts());
  }
}
