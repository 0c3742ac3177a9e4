package ro.parcurs.crm.mail.usecase;

import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.InvitationFormatContract;

class InMemoryInvitationFormatTest extends InvitationFormatContract {

  InMemoryInvitationFormatTest() {
    super(new InMemoryPorts());
  }
}
