package ro.parcurs.crm.work;

import ro.parcurs.crm.testkit.IdsContract;
import ro.parcurs.crm.testkit.Ports;

class TimeOrderedIdsTest extends IdsContract {

  TimeOrderedIdsTest() {
    super(Ports.only(Ids.class, new TimeOrderedIds()));
  }
}
