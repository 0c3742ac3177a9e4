package ro.parcurs.mail;

import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;

import com.google.inject.Injector;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.offer.usecase.SendOffer;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.testkit.LeadFixture;
import ro.parcurs.crm.testkit.OfferFixture;
import ro.parcurs.crm.testkit.PursuitFixture;
import ro.parcurs.crm.timeline.OfferChanged.OfferMailQueued;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.StoreFailure;
import ro.parcurs.crm.work.UnitOfWork;

/** Offers that Ana may send, and their mails. */
final class OffersToMail {

  private static final Locale RO = Locale.forLanguageTag("ro");

  private final Injector injector;

  OffersToMail(Injector injector) {
    this.injector = injector;
  }

  /** A finalised one, valid for a month, whose client has an address. */
  Offer add() {
    Lead lead =
        LeadFixture.aLead()
            .activatedFor(ANA.id())
            .withContact("Ștefan Țuțea", "0722 123 456", "stefan@exemplu.ro")
            .build();
    Pursuit pursuit = PursuitFixture.aPursuit(lead.id());
    Offer draft =
        OfferFixture.aDraft(
            pursuit,
            Optional.empty(),
            OfferFixture.aContent("Montaj", "1", "100")
                .withValidUntil(LocalDate.now(injector.getInstance(Clock.class)).plusMonths(1)));
    Offer offer = OfferFixture.finalised(draft);
    injector
        .getInstance(UnitOfWork.class)
        .inTransaction(
            () -> {
              injector.getInstance(Leads.class).add(lead);
              injector.getInstance(Pursuits.class).add(pursuit);
              injector
                  .getInstance(Responsibilities.class)
                  .add(PursuitFixture.anOpen(Step.OFFER_NEGOTIATION, pursuit));
              injector.getInstance(Offers.class).add(offer);
              return true;
            });
    return injector.getInstance(Offers.class).get(offer.id());
  }

  /** Whether it was possible to put a mail with it into the outbox; the storage may fail. */
  boolean isQueued(Offer offer, String key) {
    try {
      queue(offer, key);
      return true;
    } catch (StoreFailure failure) {
      return false;
    }
  }

  /** Whether it could be written down that a mail was accepted, without the mail. */
  boolean isAccepted(Offer offer) {
    try {
      Journal journal = injector.getInstance(Journal.class);
      injector
          .getInstance(UnitOfWork.class)
          .inTransaction(
              () -> {
                journal.write(
                    journal.stamp(ANA),
                    offer.lead(),
                    offer.pursuit(),
                    new OfferMailQueued(offer.id(), offer.number(), "Oferta"));
                return true;
              });
      return true;
    } catch (StoreFailure failure) {
      return false;
    }
  }

  /** Puts a mail with it into the outbox. */
  void queue(Offer offer, String key) {
    Lead lead = injector.getInstance(Leads.class).get(offer.lead());
    injector
        .getInstance(Crm.class)
        .offers()
        .send(
            Caller.of(ANA).once(key),
            new SendOffer.Command(
                offer.id(),
                offer.version(),
                List.of(lead.contactPersons().all().get(0).id()),
                RO,
                "Oferta „" + key + "” – șțăâî",
                "Bună ziua, " + key,
                false));
  }
}
