package ro.parcurs.crm.mail.usecase;

import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.MailTemplatesContract;

class InMemoryMailTemplatesTest extends MailTemplatesContract {

  InMemoryMailTemplatesTest() {
    super(new InMemoryPorts());
  }
}
