package ro.parcurs.crm.mail.usecase;

import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.PersonalDataKeeper;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.MailFixture;
import ro.parcurs.crm.testkit.OfferFixture;
import ro.parcurs.crm.testkit.PersonalDataKeeperContract;
import ro.parcurs.crm.testkit.PursuitFixture;
import ro.parcurs.crm.testkit.SettableClock;

class OutboxPersonalDataTest extends PersonalDataKeeperContract {

  OutboxPersonalDataTest() {
    super(new InMemoryPorts());
  }

  @Override
  protected PersonalDataKeeper keeper() {
    return new OutboxPersonalData(port(Outbox.class), new SettableClock());
  }

  @Override
  protected void keep(LeadId ofLead, ContactPersonId aboutPerson, String word) {
    Offer offer = OfferFixture.finalised(OfferFixture.aDraft(PursuitFixture.aPursuit(ofLead)));
    MailMessage message = MailFixture.aMessage(new SendingId(newId()), aboutPerson, word);
    inTransaction(() -> port(Outbox.class).add(MailFixture.aSending(offer, message), message));
  }
}
