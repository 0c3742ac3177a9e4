package ro.parcurs.crm.offer.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.contract.ContractWarning;
import ro.parcurs.crm.contract.usecase.ContractData;
import ro.parcurs.crm.contract.usecase.ContractRef;
import ro.parcurs.crm.contract.usecase.SaveContract;
import ro.parcurs.crm.contract.usecase.ShowContract;
import ro.parcurs.crm.journey.usecase.CloseResponsibility;
import ro.parcurs.crm.journey.usecase.Way;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.offer.AcceptedByClosing;
import ro.parcurs.crm.offer.NotInNegotiation;
import ro.parcurs.crm.offer.OfferMove;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.pursuit.Gate;
import ro.parcurs.crm.pursuit.NotYet;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.LeadFixture;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.UnitOfWork;

/** A pursuit that is begun at the contracting comes to its accepted offer there. */
class AcceptOfferTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final SettableClock clock = new SettableClock();
  private final Injector injector =
      Guice.createInjector(
          new InMemoryModule(),
          new CrmModule(clock, new SequentialIds(), new DefaultAccessPolicy()));
  private final Crm crm = injector.getInstance(Crm.class);

  @Test
  void a_pursuit_begun_at_the_contracting_gets_its_offer_there_and_is_completed() {
    LeadId lead = begunAt(Step.CONTRACTING);
    OfferRef offer = withClient(lead);
    ContractRef early = save(lead, null);
    assertThat(warnings(early)).containsExactly(ContractWarning.NO_ACCEPTED_OFFER);

    accept(offer, false);
    assertThat(show(offer).state()).isEqualTo(OfferState.ACCEPTED);
    ContractRef contract = save(lead, early.version());
    assertThat(warnings(contract)).isEmpty();

    ResponsibilityId contracting = open(lead);
    CloseResponsibility.Result done =
        crm.journey()
            .close(
                Caller.of(ANA),
                new CloseResponsibility.Command(
                    contracting, version(contracting), new Way.Completed()));
    assertThat(done.lead()).isEqualTo(LeadState.CONTRACTED);
    assertThat(done.order()).isPresent();
  }

  @Test
  void once_an_offer_is_accepted_no_other_is_begun_or_changed() {
    LeadId lead = begunAt(Step.CONTRACTING);
    OfferRef offer = withClient(lead);
    accept(offer, false);
    assertThatThrownBy(() -> draft(lead)).isInstanceOf(NotInNegotiation.class);
    assertThatThrownBy(
            () ->
                crm.offers()
                    .revise(
                        Caller.of(ANA),
                        new ReviseOffer.Command(
                            offer.id(), show(offer).version(), TODAY.plusDays(9))))
        .isInstanceOf(NotInNegotiation.class);
    assertThat(show(offer).moves()).isEmpty();
  }

  @Test
  void it_has_to_be_with_the_client_and_valid_or_confirmed() {
    LeadId lead = begunAt(Step.CONTRACTING);
    OfferRef draft = draft(lead);
    assertThat(show(draft).moves()).doesNotContain(OfferMove.ACCEPT);
    assertMissing(draft, false, Gate.OFFER_WITH_CLIENT);
    OfferRef sent = handOver(draft);
    assertThat(show(sent).moves()).contains(OfferMove.ACCEPT);

    clock.advance(Duration.ofDays(31));
    assertMissing(sent, false, Gate.OFFER_VALID_OR_CONFIRMED);
    accept(sent, true);
    assertThat(show(sent).state()).isEqualTo(OfferState.ACCEPTED);
  }

  @Test
  void while_it_negotiates_closing_the_negotiation_says_the_yes() {
    LeadId lead = begunAt(Step.OFFER_NEGOTIATION);
    OfferRef offer = withClient(lead);
    assertThat(show(offer).moves()).doesNotContain(OfferMove.ACCEPT);
    assertThatThrownBy(() -> accept(offer, false)).isInstanceOf(AcceptedByClosing.class);
    assertThat(show(offer).state()).isEqualTo(OfferState.SENT);
  }

  @Test
  void only_who_may_pursue_the_lead_and_has_seen_the_offer_accepts_it() {
    OfferRef offer = withClient(begunAt(Step.CONTRACTING));
    AcceptOffer.Command seen = new AcceptOffer.Command(offer.id(), offer.version(), false);
    assertThatThrownBy(() -> crm.offers().accept(Caller.of(ION), seen))
        .isInstanceOf(NotPermitted.class);
    AcceptOffer.Command unseen = new AcceptOffer.Command(offer.id(), new Version(1), false);
    assertThatThrownBy(() -> crm.offers().accept(Caller.of(ANA), unseen))
        .isInstanceOf(ConcurrentChange.class);
    assertThat(show(offer).state()).isEqualTo(OfferState.SENT);
  }

  @Test
  void a_pursuit_that_came_from_its_negotiation_takes_no_more_offers_at_the_contracting() {
    LeadId lead = begunAt(Step.OFFER_NEGOTIATION);
    withClient(lead);
    ResponsibilityId negotiation = open(lead);
    crm.journey()
        .close(
            Caller.of(ANA),
            new CloseResponsibility.Command(
                negotiation,
                version(negotiation),
                new Way.OpenNext(null, clock.instant().plusSeconds(3600), false)));
    assertThatThrownBy(() -> draft(lead)).isInstanceOf(NotInNegotiation.class);
  }

  private void assertMissing(OfferRef offer, boolean confirmed, Gate gate) {
    assertThatThrownBy(() -> accept(offer, confirmed))
        .isInstanceOfSatisfying(
            NotYet.class, refusal -> assertThat(refusal.missing().gates()).containsExactly(gate));
  }

  private LeadId begunAt(Step step) {
    Lead fresh = LeadFixture.aFullLead().build();
    injector
        .getInstance(UnitOfWork.class)
        .inTransaction(
            () -> {
              injector.getInstance(Leads.class).add(fresh);
              return true;
            });
    Version stored = crm.leads().show(MARIA, new ShowLead.Query(fresh.id())).version();
    crm.pursuits()
        .activate(
            Caller.of(MARIA),
            new ActivateLead.Command(
                fresh.id(), stored, ANA.id(), clock.instant().plusSeconds(3600), step, null));
    return fresh.id();
  }

  private OfferRef draft(LeadId lead) {
    return crm.offers()
        .draft(
            Caller.of(ANA),
            new DraftOffer.Command(
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
                                    new BigDecimal("2"),
                                    new BigDecimal("100"),
                                    null,
                                    "21",
                                    false)))),
                    null,
                    null,
                    null,
                    TODAY.plusDays(30))));
  }

  private OfferRef withClient(LeadId lead) {
    return handOver(draft(lead));
  }

  private OfferRef handOver(OfferRef draft) {
    OfferRef submitted =
        crm.offers().submit(Caller.of(ANA), new SubmitOffer.Command(draft.id(), draft.version()));
    OfferRef approved =
        crm.offers()
            .approve(
                Caller.of(MARIA), new ApproveOffer.Command(submitted.id(), submitted.version()));
    OfferRef finalised =
        crm.offers()
            .finalise(Caller.of(ANA), new FinaliseOffer.Command(approved.id(), approved.version()));
    return crm.offers()
        .handOver(Caller.of(ANA), new HandOverOffer.Command(finalised.id(), finalised.version()));
  }

  private void accept(OfferRef offer, boolean expiryConfirmed) {
    crm.offers()
        .accept(
            Caller.of(ANA),
            new AcceptOffer.Command(offer.id(), show(offer).version(), expiryConfirmed));
  }

  private OfferView show(OfferRef offer) {
    return crm.offers().show(ANA, new ShowOffer.Query(offer.id()));
  }

  private ContractRef save(LeadId lead, Version seen) {
    return crm.contracts()
        .save(
            Caller.of(ANA),
            new SaveContract.Command(
                lead,
                seen,
                new ContractData(
                    null, TODAY, TODAY, true, null, 30, "Ana Pop", "Ștefan Țuțea", null)));
  }

  private List<ContractWarning> warnings(ContractRef contract) {
    return crm.contracts().show(ANA, new ShowContract.Query(contract.id())).warnings();
  }

  private ResponsibilityId open(LeadId lead) {
    return injector.getInstance(Responsibilities.class).findOpen(lead).orElseThrow().id();
  }

  private Version version(ResponsibilityId id) {
    return injector.getInstance(Responsibilities.class).get(id).version();
  }
}
