package ro.parcurs.crm.work;

import ro.parcurs.crm.testkit.IdsContract;
import ro.parcurs.crm.testkit.Ports;
import ro.parcurs.crm.testkit.SequentialIds;

class SequentialIdsTest extends IdsContract {

  SequentialIdsTest() {
    super(Ports.only(Ids.class, new SequentialIds()));
  }
}
