package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Module;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.catalogue.usecase.AddItem;
import ro.parcurs.crm.catalogue.usecase.ComponentData;
import ro.parcurs.crm.catalogue.usecase.ItemData;
import ro.parcurs.crm.catalogue.usecase.PriceData;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.contract.ContractWarning;
import ro.parcurs.crm.contract.usecase.ContractData;
import ro.parcurs.crm.contract.usecase.SaveContract;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.evaluation.usecase.AddSheet;
import ro.parcurs.crm.evaluation.usecase.ChangeSheet;
import ro.parcurs.crm.evaluation.usecase.FinaliseSheet;
import ro.parcurs.crm.evaluation.usecase.SheetLineData;
import ro.parcurs.crm.evaluation.usecase.SheetRef;
import ro.parcurs.crm.evaluation.usecase.SheetTermsData;
import ro.parcurs.crm.evaluation.usecase.ShowSheet;
import ro.parcurs.crm.journey.usecase.CloseResponsibility;
import ro.parcurs.crm.journey.usecase.ResponsibilityView;
import ro.parcurs.crm.journey.usecase.ShowCommercial;
import ro.parcurs.crm.journey.usecase.Way;
import ro.parcurs.crm.journey.usecase.WayView;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.usecase.AddContactPerson;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.EditLead;
import ro.parcurs.crm.lead.usecase.LeadView;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.lead.usecase.PersonData;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Totals;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.offer.usecase.ApproveOffer;
import ro.parcurs.crm.offer.usecase.FinaliseOffer;
import ro.parcurs.crm.offer.usecase.GenerateOffer;
import ro.parcurs.crm.offer.usecase.HandOverOffer;
import ro.parcurs.crm.offer.usecase.OfferRef;
import ro.parcurs.crm.offer.usecase.ReviseOffer;
import ro.parcurs.crm.offer.usecase.ShowOffer;
import ro.parcurs.crm.offer.usecase.SubmitOffer;
import ro.parcurs.crm.order.usecase.OrderView;
import ro.parcurs.crm.order.usecase.ShowFinancials;
import ro.parcurs.crm.pursuit.ContactMeans;
import ro.parcurs.crm.pursuit.Gate;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.NotYet;
import ro.parcurs.crm.pursuit.Outcome;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.pursuit.usecase.HoldMeeting;
import ro.parcurs.crm.pursuit.usecase.ParticipantsData;
import ro.parcurs.crm.pursuit.usecase.PlanMeeting;
import ro.parcurs.crm.pursuit.usecase.RecordContactAttempt;
import ro.parcurs.crm.pursuit.usecase.WriteSummary;
import ro.parcurs.crm.work.Caller;

/**
 * Every guard of spec section 4, met by the documents of a real pursuit: at each step the page says
 * what is missing, closing all the same is refused with just that, and changes nothing. The client
 * puts the first contact off, negotiates, and says yes later than the offer was valid for. It runs
 * on every set of adapters.
 */
public abstract class GuardedJourney {

  private static final Locale ROMANIAN = Locale.forLanguageTag("ro");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T07:00:00Z"));

  /** The adapters of all ports. */
  protected abstract Module ports();

  @Test
  void at_every_step_the_page_says_what_is_missing_and_closing_is_refused_with_just_that() {
    Crm crm =
        Guice.createInjector(
                new CrmModule(clock, new SequentialIds(), new DefaultAccessPolicy()), ports())
            .getInstance(Crm.class);
    new Life(crm).walk();
  }

  /** One lead's. */
  private final class Life {

    private final Crm crm;
    private final String cui = Cuis.next().digits();

    Life(Crm crm) {
      this.crm = crm;
    }

    void walk() {
      ItemId window = aCatalogueWithRecipes();

      LeadId lead = adding();
      activating(lead);
      contactingTheProspect(lead);
      SheetRef sheet = meetingAndEvaluating(lead, window);
      OfferRef offer = offeringAndNegotiating(lead, sheet);
      contracting(lead, offer);
      theLeadCanBePursuedAgain(lead);
    }

    /** A window is made of profile, work and hardware; the price comes from the recipe. */
    private ItemId aCatalogueWithRecipes() {
      ItemId profile = item("PROFIL", "Profil PVC", ItemKind.PRODUCT, "0.333");
      ItemId work = item("MANOPERA", "Manoperă", ItemKind.SERVICE, "12.49");
      ItemId hardware = item("FERONERIE", "Feronerie", ItemKind.PRODUCT, "7.77");
      return crm.catalogue()
          .add(
              by(DAN),
              AddItem.Command.composed(
                  data("FEREASTRA", "Fereastră", ItemKind.PRODUCT),
                  List.of(
                      new ComponentData(profile, new BigDecimal("3")),
                      new ComponentData(work, new BigDecimal("0.35")),
                      new ComponentData(hardware, new BigDecimal("1.1")))))
          .id();
    }

    private ItemId item(String code, String name, ItemKind kind, String price) {
      return crm.catalogue()
          .add(
              by(DAN),
              AddItem.Command.priced(
                  data(code, name, kind), new PriceData(new BigDecimal(price), Currency.RON, null)))
          .id();
    }

    private ItemData data(String code, String name, ItemKind kind) {
      return new ItemData(code, name, "buc", kind, "Tâmplărie", "21", new BigDecimal("5"));
    }

    /** Adăugarea leadului: it is there, and inactive. */
    private LeadId adding() {
      LeadId lead =
          crm.leads()
              .add(
                  by(ANA),
                  new AddLead.Command("RO " + cui, false, company(null), NotesData.NONE, null))
              .id();
      assertThat(show(lead).state()).isEqualTo(LeadState.INACTIVE);
      return lead;
    }

    private CompanyData company(@Nullable String iban) {
      return new CompanyData(
          "Țărănești Construct SRL",
          new AddressData(County.CJ, "Cluj-Napoca", "Str. Memorandumului 28", "400114"),
          "J12/1234/2012",
          null,
          null,
          null,
          null,
          iban,
          "0264 123 456",
          "contact@exemplu.ro",
          null);
    }

    /** Activează lead: who is responsible, when the first contact is, what is opened. */
    private void activating(LeadId lead) {
      crm.pursuits()
          .activate(
              by(ANA),
              new ActivateLead.Command(
                  lead,
                  show(lead).version(),
                  ANA.id(),
                  in(Duration.ofHours(2)),
                  null,
                  Priority.HIGH));
      assertThat(show(lead).state()).isEqualTo(LeadState.ACTIVE);
      assertThat(open(lead).step()).isEqualTo(Step.PROSPECT_CONTACT);
      assertThat(open(lead).assigneeName()).isEqualTo("Ana Pop");
    }

    /** 1. Contactare prospect: a summary and a contact, then the green button. */
    private void contactingTheProspect(LeadId lead) {
      clock.advance(Duration.ofHours(3));
      assertThat(open(lead).late()).isTrue();
      assertMissing(lead, next(null), Gate.SUMMARY_WRITTEN, Gate.CONTACT_MADE);

      crm.pursuits()
          .recordContact(
              by(ANA),
              new RecordContactAttempt.Command(
                  open(lead).id(), ContactMeans.PHONE, clock.instant(), null, "revine mâine"));
      assertMissing(lead, next(null), Gate.SUMMARY_WRITTEN);
      summary(lead, "Vor ferestre la un bloc de 20 de apartamente; cer o întâlnire.");

      // Not before next week, they say; then the same task is there again.
      LocalDate nextWeek = today().plusDays(7);
      close(lead, new Way.Postponed(nextWeek));
      assertThat(open(lead).step()).isEqualTo(Step.PROSPECT_CONTACT);
      assertThat(open(lead).daysLeft()).isEqualTo(7);
      clock.advance(Duration.ofDays(7));
      crm.pursuits()
          .recordContact(
              by(ANA),
              new RecordContactAttempt.Command(
                  open(lead).id(), ContactMeans.EMAIL, clock.instant(), null, null));
      summary(lead, "S-a stabilit întâlnirea.");
      close(lead, next(null));
    }

    /** 2. Întâlnire și evaluare: a meeting, a sheet with quantities only. */
    private SheetRef meetingAndEvaluating(LeadId lead, ItemId window) {
      ResponsibilityView open = open(lead);
      assertThat(open.step()).isEqualTo(Step.MEETING_EVALUATION);
      ContactPersonId ioana =
          crm.leads()
              .people()
              .add(
                  by(ANA),
                  new AddContactPerson.Command(
                      lead,
                      new PersonData(
                          "Ioana Mureșan",
                          "Director tehnic",
                          List.of("0722 123 456"),
                          List.of("ioana@exemplu.ro"),
                          true)))
              .person();
      ParticipantsData both = new ParticipantsData(List.of(ioana), List.of("Dirigintele"));
      MeetingId meeting =
          crm.pursuits()
              .planMeeting(
                  by(ANA),
                  new PlanMeeting.Command(
                      open.id(), in(Duration.ofDays(1)), 45, "pe șantier", both))
              .meeting();

      SheetRef sheet = crm.sheets().add(by(ANA), new AddSheet.Command(lead));
      sheet =
          crm.sheets()
              .change(
                  by(ANA),
                  new ChangeSheet.Command(
                      sheet.id(),
                      sheet.version(),
                      List.of(new SheetLineData(window, new BigDecimal("100"))),
                      SheetTermsData.DEFAULT));
      assertMissing(
          lead, next(null), Gate.SUMMARY_WRITTEN, Gate.MEETING_HELD, Gate.SHEET_FINALISED);

      clock.advance(Duration.ofDays(1));
      crm.pursuits()
          .holdMeeting(
              by(ANA),
              new HoldMeeting.Command(
                  open.id(),
                  open(lead).version(),
                  meeting,
                  clock.instant(),
                  both,
                  "S-au măsurat golurile."));
      summary(lead, "100 de ferestre, montaj inclus.");
      assertMissing(lead, next(null), Gate.SHEET_FINALISED);
      sheet =
          crm.sheets().finalise(by(ANA), new FinaliseSheet.Command(sheet.id(), sheet.version()));
      close(lead, next(null));
      return sheet;
    }

    /** 3. Ofertare și negociere: generated, approved, given, revised, given, and accepted late. */
    private OfferRef offeringAndNegotiating(LeadId lead, SheetRef sheet) {
      assertThat(open(lead).step()).isEqualTo(Step.OFFER_NEGOTIATION);
      assertMissing(lead, next(null), Gate.OFFER_WITH_CLIENT);

      LocalDate validUntil = today().plusDays(10);
      OfferRef first =
          crm.offers().generate(by(ANA), new GenerateOffer.Command(sheet.id(), validUntil));
      Totals ofSheet =
          crm.sheets().show(ANA, new ShowSheet.Query(sheet.id())).figures().totals().orElseThrow();
      Totals ofOffer = crm.offers().show(ANA, new ShowOffer.Query(first.id())).content().totals();
      assertThat(ofOffer).isEqualTo(ofSheet);
      assertThat(ofOffer.net()).isEqualTo(lei("1391.75"));
      assertThat(ofOffer.vat()).isEqualTo(lei("292.27"));

      first = delivered(first);
      clock.advance(Duration.ofDays(3));
      OfferRef second =
          delivered(
              crm.offers()
                  .revise(
                      by(ANA), new ReviseOffer.Command(first.id(), first.version(), validUntil)));
      assertThat(state(first)).isEqualTo(OfferState.SUPERSEDED);

      // The client takes longer than the offer was valid for; somebody has to say that it stands.
      clock.advance(Duration.ofDays(14));
      assertMissing(lead, next(null), Gate.OFFER_VALID_OR_CONFIRMED);
      assertThat(way(lead, Outcome.OPEN_NEXT).needsConfirmation()).isTrue();
      close(lead, new Way.OpenNext(ION.id(), in(Duration.ofDays(2)), true));
      assertThat(state(second)).isEqualTo(OfferState.ACCEPTED);
      return second;
    }

    private OfferRef delivered(OfferRef draft) {
      OfferRef offer =
          crm.offers().submit(by(ANA), new SubmitOffer.Command(draft.id(), draft.version()));
      offer =
          crm.offers().approve(by(MARIA), new ApproveOffer.Command(offer.id(), offer.version()));
      offer =
          crm.offers().finalise(by(ANA), new FinaliseOffer.Command(offer.id(), offer.version()));
      return crm.offers().handOver(by(ANA), new HandOverOffer.Command(offer.id(), offer.version()));
    }

    /** 4. Contractare: what is missing is told, all of it; then the order is there. */
    private void contracting(LeadId lead, OfferRef offer) {
      assertThat(open(lead).step()).isEqualTo(Step.CONTRACTING);
      assertThat(open(lead).assigneeName()).isEqualTo("Ion Țuțea");
      assertMissing(lead, new Way.Completed(), Gate.CONTRACT_SAVED);

      var saved =
          crm.contracts().save(by(ION), new SaveContract.Command(lead, null, contract(null)));
      assertMissing(
          lead,
          new Way.Completed(),
          Gate.CONTRACT_COMPLETE,
          ContractWarning.NO_REPRESENTATIVE,
          ContractWarning.NO_IBAN);
      crm.leads()
          .edit(
              by(ION),
              new EditLead.Command(
                  lead, show(lead).version(), company("RO49AAAA1B31007593840000"), NotesData.NONE));
      crm.contracts()
          .save(
              by(ION), new SaveContract.Command(lead, saved.version(), contract("Ioana Mureșan")));

      CloseResponsibility.Result done = close(lead, new Way.Completed());
      assertThat(done.lead()).isEqualTo(LeadState.CONTRACTED);
      assertThat(show(lead).state()).isEqualTo(LeadState.CONTRACTED);
      assertThat(crm.journey().commercial(ANA, new ShowCommercial.Query(lead)).open()).isEmpty();
      OrderView order = order(lead);
      assertThat(Optional.of(order.id())).isEqualTo(done.order());
      assertThat(order.offer()).isEqualTo(offer.id());
      assertThat(order.totals().gross()).isEqualTo(lei("1684.02"));
      assertThat(order.lines()).hasSize(3);
    }

    private ContractData contract(@Nullable String representative) {
      return new ContractData(
          null, today(), today(), true, null, 30, representative, representative, null);
    }

    private void theLeadCanBePursuedAgain(LeadId lead) {
      crm.pursuits()
          .activate(
              by(ANA),
              new ActivateLead.Command(
                  lead,
                  show(lead).version(),
                  ANA.id(),
                  in(Duration.ofDays(90)),
                  Step.OFFER_NEGOTIATION,
                  null));
      var commercial = crm.journey().commercial(ANA, new ShowCommercial.Query(lead));
      assertThat(commercial.pursuits()).hasSize(2);
      assertThat(commercial.pursuits().get(0).number()).isEqualTo(2);
      assertThat(open(lead).step()).isEqualTo(Step.OFFER_NEGOTIATION);
    }

    // ---- how it is asked and done ----

    /** The page says what is missing, and closing all the same is refused with just that. */
    private void assertMissing(LeadId lead, Way way, Enum<?>... missing) {
      Outcome outcome = way instanceof Way.Completed ? Outcome.COMPLETED : Outcome.OPEN_NEXT;
      assertThat(way(lead, outcome).missing()).containsExactly(missing);
      ResponsibilityView before = open(lead);
      assertThatThrownBy(() -> close(lead, way))
          .isInstanceOfSatisfying(
              NotYet.class,
              refusal -> {
                assertThat(refusal.missing().all()).containsExactly(missing);
                assertThat(crm.messages().of((CrmException) refusal, ROMANIAN))
                    .doesNotContain("enum.", "{", "error.");
              });
      assertThat(open(lead)).isEqualTo(before);
    }

    private WayView way(LeadId lead, Outcome outcome) {
      return open(lead).ways().stream()
          .filter(way -> way.outcome() == outcome)
          .findFirst()
          .orElseThrow();
    }

    private Way next(@Nullable UserId assignee) {
      return new Way.OpenNext(assignee, in(Duration.ofDays(3)), false);
    }

    private CloseResponsibility.Result close(LeadId lead, Way way) {
      ResponsibilityView open = open(lead);
      Actor assignee = open.assignee().equals(ION.id()) ? ION : ANA;
      return crm.journey()
          .close(by(assignee), new CloseResponsibility.Command(open.id(), open.version(), way));
    }

    private void summary(LeadId lead, String text) {
      ResponsibilityView open = open(lead);
      crm.pursuits()
          .writeSummary(by(ANA), new WriteSummary.Command(open.id(), open.version(), text));
    }

    private ResponsibilityView open(LeadId lead) {
      return crm.journey().commercial(ANA, new ShowCommercial.Query(lead)).open().orElseThrow();
    }

    private LeadView show(LeadId lead) {
      return crm.leads().show(ANA, new ShowLead.Query(lead));
    }

    private OfferState state(OfferRef offer) {
      return crm.offers().show(ANA, new ShowOffer.Query(offer.id())).state();
    }

    private OrderView order(LeadId lead) {
      return crm.orders().showFinancials(ANA, new ShowFinancials.Query(lead)).orders().get(0);
    }

    private LocalDate today() {
      return LocalDate.now(clock);
    }

    private Instant in(Duration time) {
      return clock.instant().plus(time);
    }

    private Caller by(Actor actor) {
      return Caller.of(actor);
    }

    private Money lei(String amount) {
      return new Money(new BigDecimal(amount), Currency.RON);
    }
  }
}
