package ro.parcurs.crm.adapter.postgres;

import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
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
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.pursuit.usecase.HoldMeeting;
import ro.parcurs.crm.pursuit.usecase.ParticipantsData;
import ro.parcurs.crm.pursuit.usecase.PlanMeeting;
import ro.parcurs.crm.pursuit.usecase.RecordContactAttempt;
import ro.parcurs.crm.pursuit.usecase.ShowTimeline;
import ro.parcurs.crm.pursuit.usecase.WriteSummary;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.TimeOrderedIds;

/**
 * The way of {@code ArticleJourney}, from adding the lead to the paid invoice, as often as it is
 * asked for; with what a page shows before each command, and without looking at what comes of it.
 * For one thread.
 */
final class Journey {

  private final Crm crm;
  private final ClockOfThread clock;
  private final ItemId cleaning;
  private final ItemId soap;

  /** Advancing it for one journey leaves those beside it where they are in time. */
  private static final class ClockOfThread extends Clock {

    @SuppressWarnings("ThreadLocalUsage") // as many as there are applications
    private final ThreadLocal<SettableClock> clocks = ThreadLocal.withInitial(SettableClock::new);

    void advance(Duration duration) {
      clocks.get().advance(duration);
    }

    @Override
    public Instant instant() {
      return clocks.get().instant();
    }

    @Override
    public ZoneId getZone() {
      return clocks.get().getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return clocks.get().withZone(zone);
    }
  }

  private Journey(Module ports, Optional<Journey> other) {
    clock = new ClockOfThread();
    crm =
        Guice.createInjector(
                Modules.override(new InMemoryModule()).with(ports),
                new CrmModule(clock, new TimeOrderedIds(), new DefaultAccessPolicy()))
            .getInstance(Crm.class);
    cleaning = other.map(known -> known.cleaning).orElseGet(this::cleaningByRecipe);
    soap =
        other
            .map(known -> known.soap)
            .orElseGet(() -> item("SAPUN", ItemKind.PRODUCT, "11", "10.00"));
  }

  private Journey(Journey beside) {
    crm = beside.crm;
    clock = beside.clock;
    cleaning = beside.cleaning;
    soap = beside.soap;
  }

  /** Adds the catalogue that all journeys use. */
  static Journey withCatalogue(Module ports) {
    return new Journey(ports, Optional.empty());
  }

  /** With the same catalogue, on other ports. */
  Journey on(Module ports) {
    return new Journey(ports, Optional.of(this));
  }

  /** Of the same users of the same application, for another thread. */
  Journey beside() {
    return new Journey(this);
  }

  /** Goes the whole way once. */
  void go() {
    LeadId lead = leadAdded();
    Negotiation begun =
        negotiated(
            lead,
            List.of(
                new SheetLineData(cleaning, new BigDecimal("100")),
                new SheetLineData(soap, new BigDecimal("5"))));
    crm.sheets().show(ANA, new ShowSheet.Query(begun.sheet().id()));
    OfferRef first = handedOver(generated(begun.sheet()));
    OfferRef second = handedOver(revised(first));
    Money gross = offer(second).content().totals().gross();
    ResponsibilityId contracting = goOn(begun.negotiation());
    contractSigned(lead);
    OrderId order = close(contracting, new Way.Completed()).order().orElseThrow();
    paid(order, "P-1", "1000.00");
    invoiced(order, gross);
    paid(order, "P-2", gross.minus(ron("1000.00")).amount().toPlainString());
    if (standing(lead) != InvoiceStatus.PAID) {
      throw new IllegalStateException("the journey didn't come to its end");
    }
    crm.pursuits().timeline(ANA, new ShowTimeline.Query(lead, null, 100));
  }

  /** A finalised sheet, and the responsibility in which its offer is made. */
  private record Negotiation(SheetRef sheet, ResponsibilityId negotiation) {}

  /** Goes with another lead to where an offer of these items can be generated. */
  SheetRef goToNegotiation(List<SheetLineData> lines) {
    return negotiated(leadAdded(), lines).sheet();
  }

  private Negotiation negotiated(LeadId lead, List<SheetLineData> lines) {
    ContactPersonId director = directorAdded(lead);
    ResponsibilityId contact = activated(lead);
    clock.advance(Duration.ofHours(2));
    contacted(contact, director);
    summarised(contact, "Vor o ofertă de curățenie pentru sediu.");
    ResponsibilityId evaluation = goOn(contact);
    met(evaluation, director);
    SheetRef sheet = sheetAdded(lead, lines);
    summarised(evaluation, "Sediul are 100 de module.");
    finalised(sheet);
    return new Negotiation(sheet, goOn(evaluation));
  }

  // ---- the catalogue ----

  /** Adds items that are made of others. */
  List<ItemId> itemsByRecipe(int items, int components) {
    List<ItemId> parts =
        IntStream.range(0, 5 * components)
            .mapToObj(i -> item("P-" + i, ItemKind.SERVICE, "21", "1" + i + ".25"))
            .toList();
    return IntStream.range(0, items)
        .mapToObj(
            i ->
                crm.catalogue()
                    .add(
                        once(DAN),
                        AddItem.Command.composed(
                            data("R-" + i, ItemKind.SERVICE, "21"),
                            IntStream.range(0, components)
                                .mapToObj(k -> component(parts.get((i + k) % parts.size()), "1.5"))
                                .toList()))
                    .id())
        .toList();
  }

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

  private static ItemData data(String code, ItemKind kind, String vatRate) {
    return new ItemData(
        code, "Articol " + code, "buc", kind, "Curățenie", vatRate, new BigDecimal("2.5"));
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
            new AddLead.Command(Cuis.next().digits(), false, company, NotesData.NONE, null))
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
    clock.advance(Duration.ofHours(21));
    crm.pursuits()
        .holdMeeting(
            once(ANA),
            new HoldMeeting.Command(
                id,
                planned.version(),
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

  private SheetRef sheetAdded(LeadId lead, List<SheetLineData> lines) {
    SheetRef added = crm.sheets().add(once(ANA), new AddSheet.Command(lead));
    return crm.sheets()
        .change(
            once(ANA),
            new ChangeSheet.Command(added.id(), added.version(), lines, SheetTermsData.DEFAULT));
  }

  private void finalised(SheetRef sheet) {
    crm.sheets().finalise(once(ANA), new FinaliseSheet.Command(sheet.id(), sheet.version()));
  }

  OfferRef generated(SheetRef sheet) {
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

  OfferView offer(OfferRef offer) {
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
    crm.contracts().show(ANA, new ShowContract.Query(saved.id()));
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

  private static Caller once(Actor actor) {
    return Caller.of(actor).once(UUID.randomUUID().toString());
  }

  private static Money ron(String amount) {
    return Money.of(amount, Currency.RON);
  }
}
