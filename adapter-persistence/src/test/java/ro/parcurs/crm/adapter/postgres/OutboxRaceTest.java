package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.util.Modules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.journey.usecase.DeliverMail;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.offer.usecase.SendOffer;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.testkit.InMemoryMailTransport;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.LeadFixture;
import ro.parcurs.crm.testkit.OfferFixture;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.PursuitFixture;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.TimeOrderedIds;
import ro.parcurs.crm.work.UnitOfWork;

/** However many send what waits, each mail is sent once, and its offer marked as sent once. */
class OutboxRaceTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final int THREADS = 4;
  private static final int MAILS = 10;
  private static final ExecutorService EXECUTOR = Executors.newFixedThreadPool(THREADS);

  private final Injector injector =
      Guice.createInjector(
          new CrmModule(new SettableClock(), new TimeOrderedIds(), new DefaultAccessPolicy()),
          Modules.override(InMemoryModule.connected()).with(DATABASE.adapter().module()));
  private final Crm crm = injector.getInstance(Crm.class);
  private final InMemoryMailTransport server = injector.getInstance(InMemoryMailTransport.class);

  @AfterAll
  static void stop() {
    EXECUTOR.shutdownNow();
  }

  @Test
  void of_four_who_send_what_waits_each_mail_is_sent_by_one() throws Exception {
    Instant start = Instant.now();
    int races = Proof.tries(5, 100);
    int before = server.arrived().size();
    for (int i = 0; i < races; i++) {
      Offer offer = negotiated();
      queue(offer);
      together(
          () -> {
            while (crm.mail().deliver() != DeliverMail.Result.NOTHING) {
              // There may be more.
            }
            return true;
          });
      assertThat(injector.getInstance(Offers.class).get(offer.id()).state())
          .isEqualTo(OfferState.SENT);
    }
    List<MailMessage> arrived = server.arrived().subList(before, server.arrived().size());
    long distinct = arrived.stream().map(MailMessage::id).distinct().count();
    Proof.report(
        "P7 and P8 several who send at once",
        0,
        Duration.between(start, Instant.now()),
        "%d races of %d threads for %d mails, %d sent, %d of them different"
            .formatted(races, THREADS, MAILS, arrived.size(), distinct));
    assertThat(arrived).hasSize(races * MAILS);
    assertThat(distinct).isEqualTo(races * MAILS);
    assertThat(DATABASE.query("select count(*) from timeline where type = 'OfferMailSent'"))
        .isEqualTo(String.valueOf(races * MAILS));
  }

  @Test
  void control_those_who_read_without_taking_send_the_same() throws Exception {
    Offer offer = negotiated();
    queue(offer);
    Outbox outbox = injector.getInstance(Outbox.class);
    CyclicBarrier afterReading = new CyclicBarrier(THREADS);
    int before = server.arrived().size();
    together(
        () -> {
          Sending first = outbox.ofOffer(offer.id()).get(0);
          afterReading.await();
          server.deliver(outbox.messageOf(first.id()), () -> {});
          return true;
        });
    assertThat(
            server.arrived().subList(before, server.arrived().size()).stream()
                .map(MailMessage::id)
                .collect(Collectors.toSet()))
        .hasSize(1);
    assertThat(server.arrived()).hasSize(before + THREADS);
    while (crm.mail().deliver() != DeliverMail.Result.NOTHING) {
      // Nothing is left for the other test.
    }
  }

  private static void together(Callable<Boolean> what) throws Exception {
    List<Callable<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      all.add(what);
    }
    for (Future<Boolean> end : EXECUTOR.invokeAll(all)) {
      end.get();
    }
  }

  private void queue(Offer offer) {
    Lead lead = injector.getInstance(Leads.class).get(offer.lead());
    for (int i = 0; i < MAILS; i++) {
      crm.offers()
          .send(
              Caller.of(ANA),
              new SendOffer.Command(
                  offer.id(),
                  offer.version(),
                  List.of(lead.contactPersons().all().get(0).id()),
                  Locale.forLanguageTag("ro"),
                  "Oferta " + i,
                  "Bună ziua",
                  false));
    }
  }

  private Offer negotiated() {
    Lead lead =
        LeadFixture.aLead()
            .activatedFor(ANA.id())
            .withContact("Ștefan Țuțea", "0722 123 456", "stefan@exemplu.ro")
            .build();
    Pursuit pursuit = PursuitFixture.aPursuit(lead.id());
    Offer draft =
        OfferFixture.aDraft(pursuit, Optional.empty(), OfferFixture.aContent("Ușă", "1", "10"));
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
}
