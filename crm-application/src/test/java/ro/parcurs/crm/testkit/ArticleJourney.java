package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Module;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.catalogue.usecase.AddItem;
import ro.parcurs.crm.catalogue.usecase.ComponentData;
import ro.parcurs.crm.catalogue.usecase.ItemData;
import ro.parcurs.crm.catalogue.usecase.PriceData;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.contract.usecase.AttachSignedFile;
import ro.parcurs.crm.contract.usecase.ContractData;
import ro.parcurs.crm.contract.usecase.ContractRef;
import ro.parcurs.crm.contract.usecase.FileContent;
import ro.parcurs.crm.contract.usecase.SaveContract;
import ro.parcurs.crm.contract.usecase.ShowContract;
import ro.parcurs.crm.evaluation.usecase.AddSheet;
import ro.parcurs.crm.evaluation.usecase.ChangeSheet;
import ro.parcurs.crm.evaluation.usecase.FinaliseSheet;
import ro.parcurs.crm.evaluation.usecase.SheetLineData;
import ro.parcurs.crm.evaluation.usecase.SheetRef;
import ro.parcurs.crm.evaluation.usecase.SheetTermsData;
import ro.parcurs.crm.evaluation.usecase.ShowSheet;
import ro.parcurs.crm.journey.usecase.CloseResponsibility;
import ro.parcurs.crm.journey.usecase.ResponsibilityView;
import ro.parcurs.crm.journey.usecase.ShowResponsibility;
import ro.parcurs.crm.journey.usecase.Way;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.usecase.AddContactPerson;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
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
import ro.parcurs.crm.offer.usecase.OfferView;
import ro.parcurs.crm.offer.usecase.ReviseOffer;
import ro.parcurs.crm.offer.usecase.ShowOffer;
import ro.parcurs.crm.offer.usecase.SubmitOffer;
import ro.parcurs.crm.order.InvoiceStage;
import ro.parcurs.crm.order.InvoiceStatus;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.usecase.OrderView;
import ro.parcurs.crm.order.usecase.Reception;
import ro.parcurs.crm.order.usecase.ReportErpDocument;
import ro.parcurs.crm.order.usecase.ShowFinancials;
import ro.parcurs.crm.pursuit.ContactMeans;
import ro.parcurs.crm.pursuit.NotYet;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.ResponsibilityState;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.pursuit.usecase.HoldMeeting;
import ro.parcurs.crm.pursuit.usecase.MoveMeeting;
import ro.parcurs.crm.pursuit.usecase.ParticipantsData;
import ro.parcurs.crm.pursuit.usecase.PlanMeeting;
import ro.parcurs.crm.pursuit.usecase.RecordContactAttempt;
import ro.parcurs.crm.pursuit.usecase.ResponsibilityRef;
import ro.parcurs.crm.pursuit.usecase.ShowTimeline;
import ro.parcurs.crm.pursuit.usecase.WriteSummary;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.TimeOrderedIds;

/**
 * The article "Prezentare generală modul CRM", told once from the first contact to the paid
 * invoice, through nothing but the use cases. Each storage lets it be told on itself.
 */
public abstract class ArticleJourney {

  private final SettableClock clock = new SettableClock();
  private final String name;
  private final Crm crm;

  /**
   * @param ports binds every driven port
   */
  protected ArticleJourney(Module ports) {
    this(ports, "");
  }

  /**
   * @param ports binds every driven port
   * @param name tells it from others on the same storage; empty for the only one
   */
  protected ArticleJourney(Module ports, String name) {
    this.name = name;
    crm =
        Guice.createInjector(
                ports, new CrmModule(clock, new TimeOrderedIds(), new DefaultAccessPolicy()))
            .getInstance(Crm.class);
  }

  /** The code of the company whose story it is. */
  protected Cui fiscalCode() {
    return Cuis.next();
  }

  @Test
  protected void from_a_fiscal_code_to_a_paid_invoice() {
    // The catalogue: a service made by a recipe, and a product.
    ItemId cleaning = cleaningByRecipe();
    ItemId soap = item("SAPUN", ItemKind.PRODUCT, "11", "10.00");

    // The lead is added, and is inactive.
    LeadId lead = leadAdded();
    assertThat(state(lead)).isEqualTo(LeadState.INACTIVE);
    ContactPersonId director = directorAdded(lead);

    // It is activated: owner, first contact, priority. The first responsibility opens.
    ResponsibilityId contact = activated(lead);
    assertThat(show(contact).step()).isEqualTo(Step.PROSPECT_CONTACT);
    assertThat(show(contact).deadline().at()).isEqualTo(clock.instant().plus(Duration.ofHours(3)));

    // Contacting: going on needs a date of contact and a summary, and says so.
    assertThatThrownBy(() -> goOn(contact)).isInstanceOf(NotYet.class);
    clock.advance(Duration.ofHours(2));
    contacted(contact, director);
    summarised(contact, "Vor o ofertă de curățenie pentru sediu.");
    ResponsibilityId evaluation = goOn(contact);
    assertThat(show(contact).state()).isEqualTo(ResponsibilityState.CLOSED);
    assertThat(show(evaluation).step()).isEqualTo(Step.MEETING_EVALUATION);

    // Meeting and evaluation: a held meeting, and a sheet of items by quantity alone.
    met(evaluation, director);
    SheetRef sheet = sheetAdded(lead, cleaning, soap);
    summarised(evaluation, "Sediul are 100 de module.");
    assertThatThrownBy(() -> goOn(evaluation)).isInstanceOf(NotYet.class);
    finalised(sheet);
    Totals ofSheet =
        crm.sheets().show(ANA, new ShowSheet.Query(sheet.id())).figures().totals().orElseThrow();
    assertThat(ofSheet.net()).isEqualTo(ron("1441.75"));
    ResponsibilityId negotiation = goOn(evaluation);

    // Offer and negotiation: generated from the sheet, to the ban; approved by another person.
    OfferRef first = generated(sheet);
    assertThat(offer(first).content().totals()).isEqualTo(ofSheet);
    assertThat(offer(first).content().chapters()).hasSize(2);
    OfferRef withClient = handedOver(first);
    assertThat(withClient.state()).isEqualTo(OfferState.SENT);
    OfferRef second = handedOver(revised(withClient));
    assertThat(second.number()).hasToString(first.number() + "/2");
    assertThat(offer(first).state()).isEqualTo(OfferState.SUPERSEDED);
    ResponsibilityId contracting = goOn(negotiation);
    assertThat(offer(second).state()).isEqualTo(OfferState.ACCEPTED);
    assertThat(show(contracting).step()).isEqualTo(Step.CONTRACTING);

    // Contracting: a contract without blocking warnings; then the order is placed.
    assertThatThrownBy(() -> close(contracting, new Way.Completed())).isInstanceOf(NotYet.class);
    contractSigned(lead);
    CloseResponsibility.Result end = close(contracting, new Way.Completed());
    assertThat(end.lead()).isEqualTo(LeadState.CONTRACTED);
    assertThat(state(lead)).isEqualTo(LeadState.CONTRACTED);

    // Financial: the ERP reports the payment before its invoice, twice, and then the rest.
    OrderId order = end.order().orElseThrow();
    assertThat(order(lead).totals()).isEqualTo(ofSheet);
    assertThat(paid(order, "P-1", "1000.00")).isEqualTo(Reception.TAKEN);
    assertThat(paid(order, "P-1", "1000.00")).isEqualTo(Reception.KNOWN);
    assertThat(invoiced(order, ofSheet.gross())).isEqualTo(Reception.TAKEN);
    assertThat(standing(lead)).isEqualTo(InvoiceStatus.PARTIALLY_PAID);
    clock.advance(Duration.ofDays(31));
    assertThat(standing(lead)).isEqualTo(InvoiceStatus.OVERDUE);
    paid(order, "P-2", ofSheet.gross().minus(ron("1000.00")).amount().toPlainString());
    assertThat(standing(lead)).isEqualTo(InvoiceStatus.PAID);
    assertThat(order(lead).finances().outstanding()).isEqualTo(ron("0.00"));

    // The timeline tells it all, and nothing is left to do.
    assertThat(timeline(lead))
        .hasSizeGreaterThan(30)
        .allSatisfy(line -> assertThat(line).isNotBlank().doesNotContain("event.", "{"));
    assertThat(timeline(lead).get(timeline(lead).size() - 1)).startsWith("Lead adăugat");
  }

  // ---- the catalogue ----

  /** The golden recipe: 3 x 0.333 + 0.35 x 12.49 + 1.1 x 7.77; a hundred come to 1391.75. */
  private ItemId cleaningByRecipe() {
    List<ComponentData> components = new ArrayList<>();
    components.add(component(item("CUR-A", ItemKind.SERVICE, "21", "0.333"), "3"));
    components.add(component(item("CUR-B", ItemKind.SERVICE, "21", "12.49"), "0.35"));
    components.add(component(item("CUR-C", ItemKind.PRODUCT, "21", "7.77"), "1.1"));
    return crm.catalogue()
        .add(once(DAN), AddItem.Command.composed(data("CUR", ItemKind.SERVICE, "21"), components))
        .id();
  }

  private ItemId item(String code, ItemKind kind, String vatRate, String price) {
    return crm.catalogue()
        .add(
            once(DAN),
            AddItem.Command.priced(
                data(code, kind, vatRate),
                new PriceData(new BigDecimal(price), Currency.RON, null)))
        .id();
  }

  private ItemData data(String code, ItemKind kind, String vatRate) {
    return new ItemData(
        code + name, "Articol " + code, "buc", kind, "Curățenie", vatRate, new BigDecimal("2.5"));
  }

  private static ComponentData component(ItemId item, String quantity) {
    return new ComponentData(item, new BigDecimal(quantity));
  }

  // ---- the lead ----

  private LeadId leadAdded() {
    CompanyData company =
        new CompanyData(
            "Șoimul SRL",
            new AddressData(County.CJ, "Cluj-Napoca", "Str. Lungă 1", "400001"),
            "J2012002622359",
            VatState.PAYER,
            RegistryState.ACTIVE,
            LocalDate.of(2012, 10, 5),
            "0119",
            "RO49AAAA1B31007593840000",
            "0264 123 456",
            "facturi@exemplu.ro",
            null);
    return crm.leads()
        .add(
            once(ANA),
            new AddLead.Command(fiscalCode().digits(), false, company, NotesData.NONE, null))
        .id();
  }

  private ContactPersonId directorAdded(LeadId lead) {
    return crm.leads()
        .people()
        .add(
            once(ANA),
            new AddContactPerson.Command(
                lead,
                new PersonData(
                    "Ștefan Țuțea",
                    "Administrator",
                    List.of("0722 123 456"),
                    List.of("stefan@exemplu.ro"),
                    true)))
        .person();
  }

  private ResponsibilityId activated(LeadId lead) {
    return crm.pursuits()
        .activate(
            once(ANA),
            new ActivateLead.Command(
                lead,
                crm.leads().show(ANA, new ShowLead.Query(lead)).version(),
                ANA.id(),
                clock.instant().plus(Duration.ofHours(3)),
                null,
                Priority.HIGH))
        .responsibility();
  }

  private LeadState state(LeadId lead) {
    return crm.leads().show(ANA, new ShowLead.Query(lead)).state();
  }

  // ---- responsibilities ----

  private void contacted(ResponsibilityId id, ContactPersonId person) {
    crm.pursuits()
        .recordContact(
            once(ANA),
            new RecordContactAttempt.Command(
                id, ContactMeans.PHONE, clock.instant(), person, "A răspuns."));
  }

  private void summarised(ResponsibilityId id, String summary) {
    crm.pursuits()
        .writeSummary(once(ANA), new WriteSummary.Command(id, show(id).version(), summary));
  }

  private void met(ResponsibilityId id, ContactPersonId person) {
    ParticipantsData participants = new ParticipantsData(List.of(person), List.of("Ana Pop"));
    PlanMeeting.Result planned =
        crm.pursuits()
            .planMeeting(
                once(ANA),
                new PlanMeeting.Command(
                    id,
                    clock.instant().plus(Duration.ofHours(20)),
                    90,
                    "La sediul lor",
                    participants));
    ResponsibilityRef moved =
        crm.pursuits()
            .moveMeeting(
                once(ANA),
                new MoveMeeting.Command(
                    id,
                    planned.version(),
                    planned.meeting(),
                    clock.instant().plus(Duration.ofHours(19)),
                    90,
                    "La sediul lor, etajul 2",
                    participants));
    clock.advance(Duration.ofHours(21));
    crm.pursuits()
        .holdMeeting(
            once(ANA),
            new HoldMeeting.Command(
                id,
                moved.version(),
                planned.meeting(),
                clock.instant(),
                participants,
                "S-a măsurat."));
  }

  private ResponsibilityId goOn(ResponsibilityId id) {
    return close(id, new Way.OpenNext(null, clock.instant().plus(Duration.ofDays(3)), false))
        .opened()
        .orElseThrow();
  }

  private CloseResponsibility.Result close(ResponsibilityId id, Way way) {
    return crm.journey()
        .close(once(ANA), new CloseResponsibility.Command(id, show(id).version(), way));
  }

  private ResponsibilityView show(ResponsibilityId id) {
    return crm.journey().responsibility(ANA, new ShowResponsibility.Query(id));
  }

  // ---- the sheet and the offer ----

  private SheetRef sheetAdded(LeadId lead, ItemId cleaning, ItemId soap) {
    SheetRef added = crm.sheets().add(once(ANA), new AddSheet.Command(lead));
    return crm.sheets()
        .change(
            once(ANA),
            new ChangeSheet.Command(
                added.id(),
                added.version(),
                List.of(
                    new SheetLineData(cleaning, new BigDecimal("100")),
                    new SheetLineData(soap, new BigDecimal("5"))),
                SheetTermsData.DEFAULT));
  }

  private void finalised(SheetRef sheet) {
    crm.sheets().finalise(once(ANA), new FinaliseSheet.Command(sheet.id(), sheet.version()));
  }

  private OfferRef generated(SheetRef sheet) {
    return crm.offers().generate(once(ANA), new GenerateOffer.Command(sheet.id(), inAMonth()));
  }

  private OfferRef handedOver(OfferRef draft) {
    OfferRef submitted =
        crm.offers().submit(once(ANA), new SubmitOffer.Command(draft.id(), draft.version()));
    OfferRef approved =
        crm.offers()
            .approve(once(MARIA), new ApproveOffer.Command(submitted.id(), submitted.version()));
    OfferRef finalised =
        crm.offers()
            .finalise(once(ANA), new FinaliseOffer.Command(approved.id(), approved.version()));
    return crm.offers()
        .handOver(once(ANA), new HandOverOffer.Command(finalised.id(), finalised.version()));
  }

  private OfferRef revised(OfferRef offer) {
    return crm.offers()
        .revise(once(ANA), new ReviseOffer.Command(offer.id(), offer.version(), inAMonth()));
  }

  private OfferView offer(OfferRef offer) {
    return crm.offers().show(ANA, new ShowOffer.Query(offer.id()));
  }

  private LocalDate inAMonth() {
    return LocalDate.now(clock).plusMonths(1);
  }

  // ---- the contract and what follows ----

  private void contractSigned(LeadId lead) {
    LocalDate today = LocalDate.now(clock);
    ContractRef saved =
        crm.contracts()
            .save(
                once(ANA),
                new SaveContract.Command(
                    lead,
                    null,
                    new ContractData(
                        null, today, today, true, null, 30, "Ana Pop", "Ștefan Țuțea", null)));
    crm.contracts()
        .attachSignedFile(
            once(ANA),
            new AttachSignedFile.Command(
                saved.id(),
                saved.version(),
                "contract semnat.pdf",
                FileContent.of(new byte[] {'%', 'P', 'D', 'F'})));
    assertThat(crm.contracts().show(ANA, new ShowContract.Query(saved.id())).warnings())
        .noneMatch(warning -> warning.isBlocking());
  }

  private Reception invoiced(OrderId order, Money amount) {
    LocalDate today = LocalDate.now(clock);
    return crm.orders()
        .report(
            once(DAN),
            new ReportErpDocument.InvoiceReport(
                order,
                "F-1/" + order,
                1,
                "FCT 1001",
                InvoiceStage.ISSUED,
                today,
                today.plusDays(30),
                amount.amount(),
                amount.currency()))
        .reception();
  }

  private Reception paid(OrderId order, String document, String amount) {
    return crm.orders()
        .report(
            once(DAN),
            new ReportErpDocument.PaymentReport(
                order,
                document + "/" + order,
                1,
                "F-1/" + order,
                LocalDate.of(2026, 11, 25),
                new BigDecimal(amount),
                Currency.RON,
                false))
        .reception();
  }

  private OrderView order(LeadId lead) {
    return crm.orders().showFinancials(ANA, new ShowFinancials.Query(lead)).orders().get(0);
  }

  private InvoiceStatus standing(LeadId lead) {
    return order(lead).finances().invoices().get(0).status();
  }

  private List<String> timeline(LeadId lead) {
    return crm.pursuits().timeline(ANA, new ShowTimeline.Query(lead, null, 100)).entries().stream()
        .map(entry -> crm.messages().of(entry.event(), Locale.forLanguageTag("ro")))
        .toList();
  }

  private static Caller once(Actor actor) {
    return Caller.of(actor).once(UUID.randomUUID().toString());
  }

  private static Money ron(String amount) {
    return Money.of(amount, Currency.RON);
  }
}
