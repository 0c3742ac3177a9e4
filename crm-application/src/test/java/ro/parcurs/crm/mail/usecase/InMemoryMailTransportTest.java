package ro.parcurs.crm.mail.usecase;

import java.util.List;
import ro.parcurs.crm.testkit.InMemoryMailTransport;
import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.MailTransportContract;

class InMemoryMailTransportTest extends MailTransportContract {

  InMemoryMailTransportTest() {
    super(new InMemoryPorts());
  }

  @Override
  protected List<Arrived> arrived(MailMessage message) {
    return port(InMemoryMailTransport.class).arrived().stream()
        .filter(one -> one.id().equals(message.id()))
        .map(Arrived::whole)
        .toList();
  }
}
