package ro.parcurs.crm.offer.usecase;

import java.util.List;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.testkit.InMemoryOfferMail;
import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.OfferMailContract;

class InMemoryOfferMailTest extends OfferMailContract {

  InMemoryOfferMailTest() {
    super(new InMemoryPorts());
  }

  @Override
  protected List<OfferMessage> queued(OfferId ofOffer) {
    return port(InMemoryOfferMail.class).queued().stream()
        .filter(message -> message.offer().equals(ofOffer))
        .toList();
  }
}
