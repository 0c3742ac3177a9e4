package ro.parcurs.crm.mail.usecase;

import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.OutboxContract;

class InMemoryOutboxTest extends OutboxContract {

  InMemoryOutboxTest() {
    super(new InMemoryPorts());
  }
}
