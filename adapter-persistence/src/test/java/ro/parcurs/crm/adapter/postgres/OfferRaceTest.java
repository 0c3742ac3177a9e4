package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.util.Modules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.offer.usecase.ApproveOffer;
import ro.parcurs.crm.offer.usecase.ChapterData;
import ro.parcurs.crm.offer.usecase.DraftOffer;
import ro.parcurs.crm.offer.usecase.LineData;
import ro.parcurs.crm.offer.usecase.ListOffers;
import ro.parcurs.crm.offer.usecase.OfferData;
import ro.parcurs.crm.offer.usecase.OfferFilter;
import ro.parcurs.crm.offer.usecase.OfferRef;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.offer.usecase.SubmitOffer;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.pursuit.usecase.ShowTimeline;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.timeline.OfferChanged.OfferApproved;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.TimeOrderedIds;

/** Promise P5: exactly one person approves an offer; the loser learns who and when. */
class OfferRaceTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final Actor RADU =
      new Actor(new UserId("radu"), "Radu Neagu", Set.of(Role.MANAGER));
  private static final List<Actor> RACERS = List.of(MARIA, RADU);

  private final SettableClock clock = new SettableClock();
  private final Injector injector =
      Guice.createInjector(
          new CrmModule(clock, new TimeOrderedIds(), new DefaultAccessPolicy()),
          Modules.override(new InMemoryModule()).with(DATABASE.adapter().module()));
  private final Crm crm = injector.getInstance(Crm.class);

  @Test
  void of_two_managers_who_approve_an_offer_one_wins_and_the_other_learns_who_and_when()
      throws Exception {
    long seed = Proof.seed();
    Random random = new Random(seed);
    Instant start = Instant.now();
    int races = Proof.tries(50, 600);
    int notOnce = 0;
    int wonBySecond = 0;
    for (int i = 0; i < races; i++) {
      clock.advance(Duration.ofMillis(1 + random.nextInt(1000)));
      LeadId lead = negotiating();
      OfferRef draft = crm.offers().draft(Caller.of(ANA), aDraft(lead));
      OfferRef submitted =
          crm.offers().submit(Caller.of(ANA), new SubmitOffer.Command(draft.id(), draft.version()));
      ApproveOffer.Command approve = new ApproveOffer.Command(submitted.id(), submitted.version());
      List<String> ends = Race.of(RACERS, actor -> crm.offers().approve(Caller.of(actor), approve));
      wonBySecond += ends.get(1).equals("won") ? 1 : 0;
      notOnce += isApprovedOnce(lead, submitted, ends) ? 0 : 1;
    }
    Proof.report(
        "P5 one of two approves an offer",
        seed,
        Duration.between(start, Instant.now()),
        "%d races, %d not decided once, %d won by the second thread"
            .formatted(races, notOnce, wonBySecond));
    assertThat(notOnce).isZero();
  }

  @Test
  void of_two_who_draft_an_offer_for_one_pursuit_one_does_and_no_number_is_lost() throws Exception {
    long seed = Proof.seed();
    Instant start = Instant.now();
    int races = Proof.tries(25, 300);
    int notOnce = 0;
    for (int i = 0; i < races; i++) {
      LeadId lead = negotiating();
      List<String> ends =
          Race.of(RACERS, actor -> crm.offers().draft(Caller.of(actor), aDraft(lead)));
      int offers =
          crm.offers()
              .list(MARIA, new ListOffers.Query(OfferFilter.of(lead), null, 10))
              .items()
              .size();
      notOnce += ends.stream().filter("won"::equals).count() == 1 && offers == 1 ? 0 : 1;
    }
    Proof.report(
        "P3 one of two drafts the offer of a pursuit",
        seed,
        Duration.between(start, Instant.now()),
        "%d races, %d not decided once".formatted(races, notOnce));
    assertThat(notOnce).isZero();
    assertThat(
            DATABASE.query(
                "select count(*) = max(substring(number from 9)::int) from offer where revision = 1"))
        .isEqualTo("t");
  }

  /** Exactly one won, the other was told of that one, and everything is there once. */
  private boolean isApprovedOnce(LeadId lead, OfferRef submitted, List<String> ends) {
    int winner = ends.indexOf("won");
    if (ends.stream().filter("won"::equals).count() != 1) {
      return false;
    }
    Actor first = RACERS.get(winner);
    Offer offer = injector.getInstance(Offers.class).get(submitted.id());
    long approvals =
        crm.pursuits().timeline(MARIA, new ShowTimeline.Query(lead, null, 50)).entries().stream()
            .filter(entry -> entry.event() instanceof OfferApproved)
            .count();
    return ends.get(1 - winner).equals(Race.lostTo(first.name(), clock.instant()))
        && approvals == 1
        && offer.state() == OfferState.APPROVED
        && offer.milestones().approved().filter(by -> by.by().equals(first.id())).isPresent()
        && offer.version().equals(submitted.version().next());
  }

  private LeadId negotiating() {
    LeadRef lead =
        crm.leads()
            .add(
                Caller.of(ANA),
                new AddLead.Command(
                    Cuis.next().digits(),
                    false,
                    CompanyData.of("Exemplu SRL", new AddressData(County.CJ, "Dej", null, null)),
                    NotesData.NONE,
                    null));
    crm.pursuits()
        .activate(
            Caller.of(ANA),
            new ActivateLead.Command(
                lead.id(),
                lead.version(),
                ANA.id(),
                clock.instant().plusSeconds(60),
                Step.OFFER_NEGOTIATION,
                null));
    return lead.id();
  }

  private static DraftOffer.Command aDraft(LeadId lead) {
    return new DraftOffer.Command(
        lead,
        new OfferData(
            Currency.RON,
            null,
            null,
            List.of(
                new ChapterData(
                    "Lucrări",
                    List.of(
                        new LineData(
                            null,
                            "Montaj",
                            "buc",
                            BigDecimal.TEN,
                            new BigDecimal("12.49"),
                            null,
                            "21",
                            false)))),
            null,
            null,
            null,
            LocalDate.of(2026, 12, 24)));
  }
}
