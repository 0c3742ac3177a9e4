package ro.parcurs.example.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.contract.usecase.ContractData;
import ro.parcurs.crm.contract.usecase.SaveContract;
import ro.parcurs.crm.evaluation.usecase.AddSheet;
import ro.parcurs.crm.evaluation.usecase.ChangeSheet;
import ro.parcurs.crm.evaluation.usecase.FinaliseSheet;
import ro.parcurs.crm.evaluation.usecase.SheetLineData;
import ro.parcurs.crm.evaluation.usecase.SheetRef;
import ro.parcurs.crm.evaluation.usecase.SheetTermsData;
import ro.parcurs.crm.journey.usecase.CloseResponsibility;
import ro.parcurs.crm.journey.usecase.Way;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.AddContactPerson;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddWorkPoint;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.lead.usecase.PersonData;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.lead.usecase.SiteData;
import ro.parcurs.crm.offer.usecase.ApproveOffer;
import ro.parcurs.crm.offer.usecase.FinaliseOffer;
import ro.parcurs.crm.offer.usecase.GenerateOffer;
import ro.parcurs.crm.offer.usecase.HandOverOffer;
import ro.parcurs.crm.offer.usecase.OfferRef;
import ro.parcurs.crm.offer.usecase.ReviseOffer;
import ro.parcurs.crm.offer.usecase.SubmitOffer;
import ro.parcurs.crm.order.InvoiceStage;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.usecase.OrderView;
import ro.parcurs.crm.order.usecase.ReportErpDocument;
import ro.parcurs.crm.order.usecase.ShowFinancials;
import ro.parcurs.crm.pursuit.ContactMeans;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.pursuit.usecase.DeactivateLead;
import ro.parcurs.crm.pursuit.usecase.HoldMeeting;
import ro.parcurs.crm.pursuit.usecase.ParticipantsData;
import ro.parcurs.crm.pursuit.usecase.PlanMeeting;
import ro.parcurs.crm.pursuit.usecase.RecordContactAttempt;
import ro.parcurs.crm.pursuit.usecase.ResponsibilityRef;
import ro.parcurs.crm.pursuit.usecase.WriteSummary;
import ro.parcurs.crm.work.Caller;

/**
 * What happened to one company so far, as scenes at their moments. Scenes of several tales are
 * played in the order of their moments, each by the use case that a user would have used.
 */
final class Tale {

  /** Something that happens at a moment. */
  record Scene(Instant at, Runnable happens) {}

  private static final LocalTime MORNING = LocalTime.of(9, 10);
  private static final LocalTime NOON = LocalTime.of(12, 30);
  private static final LocalTime AFTERNOON = LocalTime.of(15, 45);
  private static final Duration SHORTLY = Duration.ofMinutes(7);

  private final DemoCompany company;
  private final Crm crm;
  private final Map<String, ItemId> items;
  private final Actor salesperson;
  private final Actor manager;
  private final LocalDate beginning;
  private final List<Scene> scenes = new ArrayList<>();

  // What the scenes so far have left behind.
  private @Nullable LeadRef lead;
  private @Nullable Version leadVersion;
  private @Nullable ContactPersonId contact;
  private @Nullable ResponsibilityId responsibility;
  private @Nullable Version responsibilityVersion;
  private @Nullable MeetingId meeting;
  private @Nullable SheetRef sheet;
  private @Nullable OfferRef offer;
  private @Nullable OrderId order;
  private @Nullable Instant playing;

  /**
   * @param salesperson who acts, and is in charge where the company has an owner
   * @param manager who approves offers and plays the ERP
   */
  Tale(
      DemoCompany company,
      Crm crm,
      Map<String, ItemId> items,
      Actor salesperson,
      Actor manager,
      LocalDate today) {
    this.company = company;
    this.crm = crm;
    this.items = items;
    this.salesperson = salesperson;
    this.manager = manager;
    this.beginning = today.minusDays(company.daysAgo());
  }

  /** The scenes, none of which is yet to come. */
  List<Scene> scenes() {
    added();
    switch (company.fate()) {
      case NEW_UNOWNED, NEW -> {}
      case CONTACT_OPEN -> activated(company.daysAgo() + 2);
      case CONTACT_OVERDUE -> activated(3);
      case CONTACT_MADE -> {
        activated(9);
        contacted(1);
      }
      case CONTACT_POSTPONED -> {
        activated(4);
        contacted(1);
        scene(3, NOON, () -> close(new Way.Postponed(day(company.daysAgo() + 8))));
      }
      case MEETING_PLANNED -> {
        contactClosed(company.daysAgo() + 4);
        planned(3, company.daysAgo() + 2);
      }
      case MEETING_OVERDUE -> {
        contactClosed(9);
        planned(3, 6);
      }
      case SHEET_DRAFT -> {
        contactClosed(company.daysAgo() + 3);
        met();
        sheetFilled();
      }
      case SHEET_FINAL -> {
        contactClosed(company.daysAgo() + 1);
        met();
        sheetFilled();
        sheetFinalised();
      }
      case OFFER_DRAFT -> generated(company.daysAgo() + 5);
      case OFFER_SUBMITTED -> submitted(company.daysAgo() + 3);
      case OFFER_APPROVED -> approved(company.daysAgo() + 4);
      case OFFER_WITH_CLIENT -> handedOver(25, 45);
      case OFFER_EXPIRED -> handedOver(40, 14);
      case OFFER_REVISED -> {
        handedOver(company.daysAgo() + 6, 30);
        scene(28, NOON, this::revise);
      }
      case CONTRACT_MISSING -> accepted(company.daysAgo() + 5);
      case CONTRACT_WARNED -> {
        accepted(company.daysAgo() + 4);
        scene(17, NOON, () -> saveContract(null));
      }
      case CONTRACT_READY -> contractSaved(company.daysAgo() + 2);
      case CONTRACTED -> contracted();
      case INVOICED -> invoiced(45);
      case PARTLY_PAID -> {
        invoiced(45);
        scene(30, NOON, () -> reportPayment("P1", new BigDecimal("0.4")));
      }
      case PAID -> paid();
      case INVOICE_OVERDUE -> invoiced(30);
      case SECOND_PURSUIT -> {
        paid();
        scene(75, MORNING, () -> activate(company.daysAgo() + 3));
        contacted(76);
      }
      case REFUSED_CONTACT -> {
        activated(4);
        contacted(1);
        scene(2, NOON, () -> close(refused("NO_NEED")));
      }
      case REFUSED_MEETING -> {
        contactClosed(9);
        met();
        scene(8, NOON, () -> close(refused("NO_BUDGET")));
      }
      case REFUSED_OFFER -> {
        handedOver(22, 45);
        scene(16, AFTERNOON, () -> close(refused("PRICE")));
      }
      case REFUSED_CONTRACT -> {
        accepted(25);
        scene(20, AFTERNOON, () -> close(refused("TERMS")));
      }
      case DEACTIVATED -> {
        activated(4);
        contacted(1);
        scene(10, NOON, this::deactivate);
      }
    }
    return scenes;
  }

  private void added() {
    scene(0, MORNING, this::add);
    scene(0, MORNING.plus(SHORTLY), this::addContact);
  }

  private void activated(int firstContactDay) {
    scene(0, NOON, () -> activate(firstContactDay));
  }

  private void contacted(int day) {
    scene(day, MORNING, () -> contact(ContactMeans.PHONE, "Interesați, revenim cu o vizită."));
    scene(day, AFTERNOON, () -> contact(ContactMeans.EMAIL, "Am trimis prezentarea."));
    scene(
        day,
        AFTERNOON.plus(SHORTLY),
        () -> summarise("Consum ridicat, acoperiș potrivit. Decide " + company.contact() + "."));
  }

  private void contactClosed(int nextDeadlineDay) {
    activated(4);
    contacted(1);
    scene(2, NOON, () -> openNext(nextDeadlineDay));
  }

  private void planned(int day, int meetingDay) {
    scene(day, MORNING, () -> planMeeting(meetingDay));
  }

  private void met() {
    planned(3, 5);
    scene(3, AFTERNOON, this::addWorkPoint);
    scene(5, AFTERNOON, this::holdMeeting);
    scene(
        5,
        AFTERNOON.plus(SHORTLY),
        () -> summarise("Vizită la fața locului; au cerut ofertă cu montaj inclus."));
  }

  private void sheetFilled() {
    scene(6, MORNING, this::fillSheet);
  }

  private void sheetFinalised() {
    scene(7, NOON, this::finaliseSheet);
  }

  private void generated(int deadlineDay) {
    generated(deadlineDay, 45);
  }

  private void generated(int deadlineDay, int validDays) {
    contactClosed(12);
    met();
    sheetFilled();
    sheetFinalised();
    scene(8, NOON, () -> openNext(deadlineDay));
    scene(9, MORNING, () -> generate(validDays));
  }

  private void submitted(int deadlineDay) {
    submitted(deadlineDay, 45);
  }

  private void submitted(int deadlineDay, int validDays) {
    generated(deadlineDay, validDays);
    scene(10, MORNING, this::submit);
  }

  private void approved(int deadlineDay) {
    submitted(deadlineDay);
    scene(10, AFTERNOON, this::approve);
  }

  private void handedOver(int deadlineDay, int validDays) {
    submitted(deadlineDay, validDays);
    scene(10, AFTERNOON, this::approve);
    scene(11, MORNING, this::finaliseOffer);
    scene(11, NOON, this::handOver);
    scene(14, NOON, () -> contact(ContactMeans.PHONE, "Analizează oferta cu asociații."));
  }

  private void accepted(int contractingDeadlineDay) {
    handedOver(25, 60);
    scene(15, NOON, () -> openNext(contractingDeadlineDay));
    scene(16, MORNING, () -> contact(ContactMeans.EMAIL, "Au primit proiectul de contract."));
  }

  private void contractSaved(int deadlineDay) {
    accepted(deadlineDay);
    scene(17, NOON, () -> saveContract(company.contact()));
  }

  private void contracted() {
    contractSaved(25);
    scene(18, NOON, () -> close(new Way.Completed()));
  }

  private void invoiced(int paymentDays) {
    contracted();
    scene(20, NOON, () -> reportInvoice(paymentDays));
  }

  private void paid() {
    invoiced(30);
    scene(35, NOON, () -> reportPayment("P1", BigDecimal.ONE));
  }

  private void add() {
    CompanyData data =
        new CompanyData(
            company.name(),
            new AddressData(
                company.county(), company.locality(), company.street(), company.postalCode()),
            company.tradeRegisterNumber(),
            VatState.PAYER,
            RegistryState.ACTIVE,
            null,
            company.caen(),
            company.iban(),
            company.phone(),
            company.email(),
            null);
    NotesData notes = new NotesData(company.source(), null, company.priority(), tags());
    lead =
        crm.leads()
            .add(
                caller(),
                new AddLead.Command(
                    company.cui(),
                    false,
                    data,
                    notes,
                    company.owner().isPresent() ? salesperson.id() : null));
    leadVersion = lead.version();
  }

  private List<String> tags() {
    return company.wants().isEmpty() ? List.of() : List.of("fotovoltaic");
  }

  private void addContact() {
    PersonData person =
        new PersonData(
            company.contact(),
            company.contactRole(),
            List.of(company.phone()),
            List.of(company.email()),
            true);
    AddContactPerson.Result added =
        crm.leads().people().add(caller(), new AddContactPerson.Command(id(), person));
    contact = added.person();
    leadVersion = added.lead();
  }

  private void addWorkPoint() {
    SiteData site =
        new SiteData(
            "Sediu", company.county(), company.locality(), company.street(), company.postalCode());
    leadVersion = crm.leads().sites().add(caller(), new AddWorkPoint.Command(id(), site)).lead();
  }

  private void activate(int firstContactDay) {
    Version seen = crm.leads().show(salesperson, new ShowLead.Query(id())).version();
    ActivateLead.Result result =
        crm.pursuits()
            .activate(
                caller(),
                new ActivateLead.Command(
                    id(), seen, salesperson.id(), at(firstContactDay, NOON), null, null));
    leadVersion = result.lead();
    responsibility = result.responsibility();
  }

  private void deactivate() {
    crm.pursuits()
        .deactivate(
            caller(), new DeactivateLead.Command(id(), Objects.requireNonNull(leadVersion)));
  }

  private void contact(ContactMeans means, String note) {
    remember(
        crm.pursuits()
            .recordContact(
                caller(), new RecordContactAttempt.Command(open(), means, now(), contact, note)));
  }

  private void summarise(String summary) {
    remember(
        crm.pursuits().writeSummary(caller(), new WriteSummary.Command(open(), seen(), summary)));
  }

  private void planMeeting(int meetingDay) {
    PlanMeeting.Result planned =
        crm.pursuits()
            .planMeeting(
                caller(),
                new PlanMeeting.Command(
                    open(), at(meetingDay, NOON), null, company.locality(), participants()));
    meeting = planned.meeting();
    responsibilityVersion = planned.version();
  }

  private void holdMeeting() {
    remember(
        crm.pursuits()
            .holdMeeting(
                caller(),
                new HoldMeeting.Command(
                    open(),
                    seen(),
                    Objects.requireNonNull(meeting),
                    at(5, NOON),
                    participants(),
                    "S-au măsurat acoperișul și tabloul electric.")));
  }

  private ParticipantsData participants() {
    return new ParticipantsData(
        contact == null ? List.of() : List.of(contact), List.of(salesperson.name()));
  }

  private void fillSheet() {
    SheetRef added = crm.sheets().add(caller(), new AddSheet.Command(id()));
    List<SheetLineData> lines =
        company.wants().stream()
            .map(want -> new SheetLineData(items.get(want.item()), want.quantity()))
            .toList();
    sheet =
        crm.sheets()
            .change(
                caller(),
                new ChangeSheet.Command(
                    added.id(), added.version(), lines, SheetTermsData.DEFAULT));
  }

  private void finaliseSheet() {
    SheetRef filled = Objects.requireNonNull(sheet);
    sheet =
        crm.sheets().finalise(caller(), new FinaliseSheet.Command(filled.id(), filled.version()));
  }

  private void generate(int validDays) {
    offer =
        crm.offers()
            .generate(
                caller(),
                new GenerateOffer.Command(Objects.requireNonNull(sheet).id(), day(9 + validDays)));
  }

  private void submit() {
    OfferRef seen = Objects.requireNonNull(offer);
    offer = crm.offers().submit(caller(), new SubmitOffer.Command(seen.id(), seen.version()));
  }

  private void approve() {
    OfferRef seen = Objects.requireNonNull(offer);
    offer =
        crm.offers()
            .approve(Caller.of(manager), new ApproveOffer.Command(seen.id(), seen.version()));
  }

  private void finaliseOffer() {
    OfferRef seen = Objects.requireNonNull(offer);
    offer = crm.offers().finalise(caller(), new FinaliseOffer.Command(seen.id(), seen.version()));
  }

  private void handOver() {
    OfferRef seen = Objects.requireNonNull(offer);
    offer = crm.offers().handOver(caller(), new HandOverOffer.Command(seen.id(), seen.version()));
  }

  private void revise() {
    OfferRef seen = Objects.requireNonNull(offer);
    offer =
        crm.offers()
            .revise(caller(), new ReviseOffer.Command(seen.id(), seen.version(), day(28 + 45)));
  }

  private void saveContract(@Nullable String clientRepresentative) {
    ContractData contract =
        new ContractData(
            null,
            day(17),
            day(18),
            true,
            null,
            30,
            clientRepresentative == null ? null : manager.name(),
            clientRepresentative,
            null);
    crm.contracts().save(caller(), new SaveContract.Command(id(), null, contract));
  }

  private void reportInvoice(int paymentDays) {
    OrderView placed = placed();
    crm.orders()
        .report(
            Caller.of(manager),
            new ReportErpDocument.InvoiceReport(
                placed.id(),
                "F-" + company.cui(),
                1,
                "DEMO " + company.cui().replaceAll("\\D", ""),
                InvoiceStage.ISSUED,
                day(20),
                day(20 + paymentDays),
                placed.totals().gross().amount(),
                placed.totals().gross().currency()));
  }

  private void reportPayment(String document, BigDecimal share) {
    OrderView placed = placed();
    BigDecimal amount =
        placed.totals().gross().amount().multiply(share).setScale(2, RoundingMode.HALF_UP);
    crm.orders()
        .report(
            Caller.of(manager),
            new ReportErpDocument.PaymentReport(
                placed.id(),
                document + "-" + company.cui(),
                1,
                "F-" + company.cui(),
                LocalDate.ofInstant(now(), CrmModule.ZONE),
                amount,
                placed.totals().gross().currency(),
                false));
  }

  private OrderView placed() {
    return crm.orders().showFinancials(manager, new ShowFinancials.Query(id())).orders().stream()
        .filter(view -> view.id().equals(order))
        .findFirst()
        .orElseThrow();
  }

  private void openNext(int deadlineDay) {
    close(new Way.OpenNext(null, at(deadlineDay, AFTERNOON), false));
  }

  private static Way refused(String reason) {
    return new Way.Refused(reason, null);
  }

  private void close(Way way) {
    CloseResponsibility.Result result =
        crm.journey().close(caller(), new CloseResponsibility.Command(open(), seen(), way));
    result.opened().ifPresent(next -> responsibility = next);
    result.order().ifPresent(placed -> order = placed);
  }

  private void remember(ResponsibilityRef ref) {
    responsibilityVersion = ref.version();
  }

  private LeadId id() {
    return Objects.requireNonNull(lead).id();
  }

  private ResponsibilityId open() {
    return Objects.requireNonNull(responsibility);
  }

  private Version seen() {
    return Objects.requireNonNull(responsibilityVersion);
  }

  private Caller caller() {
    return Caller.of(salesperson);
  }

  private Instant now() {
    return Objects.requireNonNull(playing);
  }

  private void scene(int day, LocalTime time, Runnable happens) {
    Instant moment = at(day, time);
    scenes.add(
        new Scene(
            moment,
            () -> {
              playing = moment;
              happens.run();
            }));
  }

  private LocalDate day(int day) {
    return beginning.plusDays(day);
  }

  private Instant at(int day, LocalTime time) {
    return day(day).atTime(time).atZone(CrmModule.ZONE).toInstant();
  }
}
