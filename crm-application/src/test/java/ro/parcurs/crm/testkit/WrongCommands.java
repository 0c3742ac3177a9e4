package ro.parcurs.crm.testkit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.catalogue.CyclicRecipe;
import ro.parcurs.crm.catalogue.Explosion;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.catalogue.usecase.AddItem;
import ro.parcurs.crm.catalogue.usecase.ComponentData;
import ro.parcurs.crm.catalogue.usecase.ItemData;
import ro.parcurs.crm.catalogue.usecase.ItemRef;
import ro.parcurs.crm.catalogue.usecase.PriceData;
import ro.parcurs.crm.catalogue.usecase.SaveRecipe;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.NotInContracting;
import ro.parcurs.crm.contract.SignedFile;
import ro.parcurs.crm.contract.usecase.AttachSignedFile;
import ro.parcurs.crm.contract.usecase.ContractData;
import ro.parcurs.crm.contract.usecase.ContractRef;
import ro.parcurs.crm.contract.usecase.FileContent;
import ro.parcurs.crm.contract.usecase.SaveContract;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.evaluation.usecase.AddSheet;
import ro.parcurs.crm.evaluation.usecase.ChangeSheet;
import ro.parcurs.crm.evaluation.usecase.NoOpenEvaluation;
import ro.parcurs.crm.evaluation.usecase.SheetLineData;
import ro.parcurs.crm.evaluation.usecase.SheetRef;
import ro.parcurs.crm.evaluation.usecase.SheetTermsData;
import ro.parcurs.crm.journey.usecase.CloseResponsibility;
import ro.parcurs.crm.journey.usecase.ShowResponsibility;
import ro.parcurs.crm.journey.usecase.Way;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.usecase.AddContactPerson;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddWorkPoint;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.EditLead;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.lead.usecase.PersonData;
import ro.parcurs.crm.lead.usecase.SiteData;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.offer.NotInNegotiation;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.usecase.ApproveOffer;
import ro.parcurs.crm.offer.usecase.ChapterData;
import ro.parcurs.crm.offer.usecase.DeclineOffer;
import ro.parcurs.crm.offer.usecase.DraftOffer;
import ro.parcurs.crm.offer.usecase.FinaliseOffer;
import ro.parcurs.crm.offer.usecase.HandOverOffer;
import ro.parcurs.crm.offer.usecase.LineData;
import ro.parcurs.crm.offer.usecase.OfferData;
import ro.parcurs.crm.offer.usecase.OfferRef;
import ro.parcurs.crm.offer.usecase.SubmitOffer;
import ro.parcurs.crm.order.ContradictoryReport;
import ro.parcurs.crm.order.InvoiceStage;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.usecase.ReportErpDocument.InvoiceReport;
import ro.parcurs.crm.order.usecase.ReportErpDocument.PaymentReport;
import ro.parcurs.crm.pursuit.ContactMeans;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.NotYet;
import ro.parcurs.crm.pursuit.Progress;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.pursuit.usecase.DeactivateLead;
import ro.parcurs.crm.pursuit.usecase.MoveDeadline;
import ro.parcurs.crm.pursuit.usecase.MoveMeeting;
import ro.parcurs.crm.pursuit.usecase.ParticipantsData;
import ro.parcurs.crm.pursuit.usecase.PlanMeeting;
import ro.parcurs.crm.pursuit.usecase.ReassignResponsibility;
import ro.parcurs.crm.pursuit.usecase.RecordContactAttempt;
import ro.parcurs.crm.pursuit.usecase.WriteSummary;
import ro.parcurs.crm.work.Caller;

/**
 * The table of wrong commands, over a small world: a catalogue, and a lead in every step. For
 * {@link WrongCommandsContract}.
 */
@SuppressWarnings("NullAway") // what must not be missing is missing here on purpose
final class WrongCommands {

  /**
   * A wrong command and its answer.
   *
   * @param field the faulty field; empty for a refusal
   * @param code what is wrong with the field; empty for a refusal
   */
  record Wrong(
      String name,
      Class<? extends CrmException> error,
      String field,
      String code,
      Runnable command) {}

  private static final Version STALE = new Version(999);
  private static final UserId NOBODY = new UserId("nobody");

  private final Crm crm;
  private final Caller ana;
  private final Caller ion;
  private final Caller maria;
  private final Caller dan;
  private final Instant now;
  private final LocalDate today = LocalDate.of(2026, 11, 24);
  private final List<Wrong> all = new ArrayList<>();

  WrongCommands(Crm crm, SettableClock clock, Actor ana, Actor ion, Actor maria, Actor dan) {
    this.crm = crm;
    this.ana = Caller.of(ana);
    this.ion = Caller.of(ion);
    this.maria = Caller.of(maria);
    this.dan = Caller.of(dan);
    this.now = clock.instant();
    leads();
    pursuits();
    ItemRef item = catalogue();
    sheets(item);
    offers();
    contractsAndOrders();
  }

  List<Wrong> all() {
    return List.copyOf(all);
  }

  // ---- leads ----

  private void leads() {
    LeadRef lead = lead();
    add("a missing fiscal code", "cui", "required", null, company("Firma"), NotesData.NONE);
    add("a blank fiscal code", "cui", "required", " \u00a0", company("Firma"), NotesData.NONE);
    add("letters for a fiscal code", "cui", "cui-format", "12A45", company("F"), NotesData.NONE);
    add("too long a fiscal code", "cui", "cui-format", "12345678901", company("F"), NotesData.NONE);
    add("a wrong check digit", "cui", "cui-check-digit", "99020016", company("F"), NotesData.NONE);
    company("a missing name", "company.name", "required", company(null));
    company("a blank name", "company.name", "required", company(" \ufeff "));
    company("too long a name", "company.name", "too-long", company("x".repeat(201)));
    company("a name no store keeps", "company.name", "unreadable-character", company("a\u0000b"));
    company(
        "a missing county",
        "company.address.county",
        "required",
        CompanyData.of("Firma", new AddressData(null, "Cluj-Napoca", null, null)));
    company(
        "a blank locality",
        "company.address.locality",
        "required",
        CompanyData.of("Firma", new AddressData(County.CJ, " ", null, null)));
    company(
        "a postal code of two digits",
        "company.address.postalCode",
        "postal-code-format",
        CompanyData.of("Firma", new AddressData(County.CJ, "Cluj-Napoca", null, "40")));
    company(
        "no register number",
        "company.tradeRegisterNumber",
        "trade-register-format",
        company(0, "X99"));
    company("an IBAN of three letters", "company.iban", "iban-format", company(2, "ROX"));
    company(
        "an IBAN with wrong check digits",
        "company.iban",
        "iban-check-digits",
        company(2, "RO50AAAA1B31007593840000"));
    company("a CAEN code of two digits", "company.caen", "caen-format", company(1, "11"));
    company("a phone number of two digits", "company.phone", "phone-format", company(3, "12"));
    company("an e-mail without a dot", "company.email", "email-format", company(4, "a@b"));
    company("a mail header", "company.email", "email-format", company(4, "a@b.ro\r\nBcc: c@d.ro"));
    add(
        "too long notes",
        "details.notes",
        "too-long",
        Cuis.next().digits(),
        company("Firma"),
        new NotesData(null, "x".repeat(4001), Priority.NORMAL, List.of()));
    add(
        "too many tags",
        "details.tags",
        "too-many",
        Cuis.next().digits(),
        company("Firma"),
        new NotesData(
            null, null, Priority.NORMAL, IntStream.range(0, 21).mapToObj(i -> "tag" + i).toList()));
    String taken = Cuis.next().digits();
    crm.leads().add(ana, lead(taken, company("Firma"), NotesData.NONE, null));
    refused(
        "a fiscal code that a lead has",
        AlreadyExists.class,
        () -> crm.leads().add(ion, lead(taken, company("Alta"), NotesData.NONE, null)));
    String free = Cuis.next().digits();
    refused(
        "an owner who is nobody",
        NotFound.class,
        () -> crm.leads().add(maria, lead(free, company("Firma"), NotesData.NONE, NOBODY)));
    refused(
        "an owner whom one may not choose",
        NotPermitted.class,
        () -> crm.leads().add(ana, lead(free, company("F"), NotesData.NONE, ion.actor().id())));
    refused(
        "an edit of a lead that is not there",
        NotFound.class,
        () -> edit(ana, new LeadId(UUID.randomUUID()), new Version(1)));
    refused(
        "an edit of what was changed meanwhile",
        ConcurrentChange.class,
        () -> edit(ana, lead.id(), STALE));
    refused(
        "an edit of somebody else's lead",
        NotPermitted.class,
        () -> edit(ion, lead.id(), lead.version()));
    fault(
        "a person without a name",
        "person.name",
        "required",
        () -> person(lead.id(), new PersonData(" ", null, List.of(), List.of(), false)));
    fault(
        "a person with six phones",
        "person.phones",
        "too-many",
        () ->
            person(
                lead.id(),
                new PersonData(
                    "Ion",
                    null,
                    java.util.Collections.nCopies(6, "0722123456"),
                    List.of(),
                    false)));
    refused(
        "a person at a lead that is not there",
        NotFound.class,
        () ->
            person(
                new LeadId(UUID.randomUUID()),
                new PersonData("Ion", null, List.of(), List.of(), false)));
    fault(
        "a site without a street",
        "workPoint.street",
        "required",
        () ->
            crm.leads()
                .sites()
                .add(
                    ana,
                    new AddWorkPoint.Command(
                        lead.id(), new SiteData("Depozit", County.CJ, "Dej", " ", null))));
  }

  // ---- pursuits ----

  private void pursuits() {
    LeadRef idle = lead();
    fault(
        "activating for nobody",
        "owner",
        "required",
        () ->
            crm.pursuits()
                .activate(
                    ana,
                    new ActivateLead.Command(
                        idle.id(), idle.version(), null, tomorrow(), null, null)));
    fault(
        "a first contact in the past",
        "firstContact",
        "in-past",
        () ->
            crm.pursuits()
                .activate(
                    ana,
                    new ActivateLead.Command(
                        idle.id(),
                        idle.version(),
                        ana.actor().id(),
                        now.minusSeconds(1),
                        null,
                        null)));
    refused(
        "activating for somebody who is nobody",
        NotFound.class,
        () ->
            crm.pursuits()
                .activate(
                    maria,
                    new ActivateLead.Command(
                        idle.id(), idle.version(), NOBODY, tomorrow(), null, null)));
    refused(
        "deactivating an inactive lead",
        NoSuchTransition.class,
        () ->
            crm.pursuits().deactivate(ana, new DeactivateLead.Command(idle.id(), idle.version())));
    LeadRef lead = lead();
    ActivateLead.Result active = activate(lead, Step.PROSPECT_CONTACT);
    ResponsibilityId open = active.responsibility();
    Version seen = seen(open);
    refused(
        "activating an active lead",
        NoSuchTransition.class,
        () ->
            crm.pursuits()
                .activate(
                    ana,
                    new ActivateLead.Command(
                        lead.id(), active.lead(), ana.actor().id(), tomorrow(), null, null)));
    fault(
        "a blank summary",
        "summary",
        "required",
        () -> crm.pursuits().writeSummary(ana, new WriteSummary.Command(open, seen, " ")));
    fault(
        "too long a summary",
        "summary",
        "too-long",
        () ->
            crm.pursuits()
                .writeSummary(
                    ana,
                    new WriteSummary.Command(open, seen, "x".repeat(Progress.MAX_SUMMARY + 1))));
    refused(
        "a summary of what was changed meanwhile",
        ConcurrentChange.class,
        () -> crm.pursuits().writeSummary(ana, new WriteSummary.Command(open, STALE, "Da")));
    refused(
        "a summary of somebody else's work",
        NotPermitted.class,
        () -> crm.pursuits().writeSummary(ion, new WriteSummary.Command(open, seen, "Da")));
    fault(
        "a contact in the future",
        "at",
        "in-future",
        () -> contact(open, ContactMeans.PHONE, now.plusSeconds(60)));
    fault("a contact by no means", "means", "required", () -> contact(open, null, now));
    refused(
        "a contact on what is not there",
        NotFound.class,
        () -> contact(new ResponsibilityId(UUID.randomUUID()), ContactMeans.PHONE, now));
    fault(
        "a deadline in the past",
        "deadline",
        "in-past",
        () ->
            crm.pursuits()
                .moveDeadline(
                    ana, new MoveDeadline.Command(open, seen, now.minus(Duration.ofDays(1)))));
    refused(
        "reassigning to somebody who is nobody",
        NotFound.class,
        () -> crm.pursuits().reassign(ana, new ReassignResponsibility.Command(open, seen, NOBODY)));
    fault(
        "a meeting without a place",
        "place",
        "required",
        () ->
            crm.pursuits()
                .planMeeting(
                    ana,
                    new PlanMeeting.Command(open, tomorrow(), null, " ", ParticipantsData.NOBODY)));
    fault(
        "moving a meeting to nowhere",
        "place",
        "required",
        () ->
            crm.pursuits()
                .moveMeeting(
                    ana,
                    new MoveMeeting.Command(
                        open,
                        seen,
                        new MeetingId(new UUID(9, 9)),
                        tomorrow(),
                        null,
                        " ",
                        ParticipantsData.NOBODY)));
    refused(
        "moving a meeting that was never planned",
        NotFound.class,
        () ->
            crm.pursuits()
                .moveMeeting(
                    ana,
                    new MoveMeeting.Command(
                        open,
                        seen,
                        new MeetingId(new UUID(9, 9)),
                        tomorrow(),
                        60,
                        "aici",
                        ParticipantsData.NOBODY)));
    refused(
        "going on without what is required",
        NotYet.class,
        () -> close(ana, open, seen, new Way.OpenNext(null, tomorrow(), false)));
    fault(
        "going on by a day that is past",
        "way.deadline",
        "in-past",
        () -> close(ana, open, seen, new Way.OpenNext(null, now.minusSeconds(1), false)));
    fault(
        "a postponement until today",
        "way.until",
        "not-in-future",
        () -> close(ana, open, seen, new Way.Postponed(today)));
    fault(
        "a refusal without a reason",
        "way.reason",
        "required",
        () -> close(ana, open, seen, new Way.Refused(" ", null)));
    refused(
        "completing the first step",
        NoSuchTransition.class,
        () -> close(ana, open, seen, new Way.Completed()));
    refused(
        "closing what was changed meanwhile",
        ConcurrentChange.class,
        () -> close(ana, open, STALE, new Way.Postponed(today.plusDays(1))));
  }

  // ---- catalogue ----

  private ItemRef catalogue() {
    String code = code();
    ItemRef simple = crm.catalogue().add(dan, item(code, "10", List.of()));
    ItemRef composed =
        crm.catalogue().add(dan, item(code(), null, List.of(component(simple.id(), "2"))));
    fault(
        "a blank item code",
        "item.code",
        "required",
        () -> crm.catalogue().add(dan, item(" ", "10", List.of())));
    refused(
        "an item code that is taken",
        AlreadyExists.class,
        () -> crm.catalogue().add(dan, item(code, "10", List.of())));
    fault(
        "a negative price",
        "price.price",
        "out-of-range",
        () -> crm.catalogue().add(dan, item(code(), "-0.01", List.of())));
    fault(
        "a price of five decimals",
        "price.price",
        "too-many-decimals",
        () -> crm.catalogue().add(dan, item(code(), "0.00001", List.of())));
    fault(
        "a commission of more than everything",
        "item.commission",
        "out-of-range",
        () ->
            crm.catalogue()
                .add(
                    dan,
                    new AddItem.Command(data(code(), "21", "100.01"), price("10"), List.of())));
    fault(
        "a VAT rate that there is not",
        "item.vatRate",
        "unknown-vat-rate",
        () ->
            crm.catalogue()
                .add(dan, new AddItem.Command(data(code(), "24", "0"), price("10"), List.of())));
    fault(
        "a component of nothing",
        "components[0].quantity",
        "not-positive",
        () ->
            crm.catalogue()
                .saveRecipe(
                    dan,
                    new SaveRecipe.Command(
                        composed.id(), composed.version(), List.of(component(simple.id(), "0")))));
    refused(
        "a component that there is not",
        NotFound.class,
        () ->
            crm.catalogue()
                .saveRecipe(
                    dan,
                    new SaveRecipe.Command(
                        composed.id(),
                        composed.version(),
                        List.of(component(new ItemId(UUID.randomUUID()), "1")))));
    refused(
        "a recipe that contains itself",
        CyclicRecipe.class,
        () ->
            crm.catalogue()
                .saveRecipe(
                    dan,
                    new SaveRecipe.Command(
                        simple.id(), simple.version(), List.of(component(composed.id(), "1")))));
    refused(
        "a recipe of what was changed meanwhile",
        ConcurrentChange.class,
        () ->
            crm.catalogue()
                .saveRecipe(
                    dan,
                    new SaveRecipe.Command(
                        composed.id(), STALE, List.of(component(simple.id(), "1")))));
    refused(
        "a salesperson who changes the catalogue",
        NotPermitted.class,
        () -> crm.catalogue().add(ana, item(code(), "10", List.of())));
    return simple;
  }

  // ---- evaluation sheets ----

  private void sheets(ItemRef item) {
    LeadRef lead = lead();
    refused(
        "a sheet outside an evaluation",
        NoOpenEvaluation.class,
        () -> crm.sheets().add(ana, new AddSheet.Command(lead.id())));
    LeadRef evaluated = lead();
    activate(evaluated, Step.MEETING_EVALUATION);
    SheetRef sheet = crm.sheets().add(ana, new AddSheet.Command(evaluated.id()));
    SheetTermsData terms = new SheetTermsData(Currency.RON, null, Explosion.COMPONENTS);
    fault(
        "a negative quantity",
        "lines[0].quantity",
        "not-positive",
        () -> change(sheet, sheet.version(), item.id(), "-1", terms));
    fault(
        "a quantity of four decimals",
        "lines[0].quantity",
        "too-many-decimals",
        () -> change(sheet, sheet.version(), item.id(), "0.0001", terms));
    refused(
        "an item that there is not",
        NotFound.class,
        () -> change(sheet, sheet.version(), new ItemId(UUID.randomUUID()), "1", terms));
    refused(
        "a sheet that was changed meanwhile",
        ConcurrentChange.class,
        () -> change(sheet, STALE, item.id(), "1", terms));
  }

  // ---- offers ----

  private void offers() {
    LeadRef idle = lead();
    refused(
        "an offer outside a negotiation",
        NotInNegotiation.class,
        () -> draft(idle.id(), offer("Curățenie", "1", today, null)));
    LeadRef lead = lead();
    activate(lead, Step.OFFER_NEGOTIATION);
    fault(
        "an offer that has expired",
        "content.validUntil",
        "in-past",
        () -> draft(lead.id(), offer("Curățenie", "1", today.minusDays(1), null)));
    fault(
        "a discount of more than everything",
        "content.discount",
        "out-of-range",
        () -> draft(lead.id(), offer("Curățenie", "1", today, "100.01")));
    fault(
        "a chapter without a title",
        "content.chapters[0].title",
        "required",
        () -> draft(lead.id(), offer(" ", "1", today, null)));
    fault(
        "a free line without a price",
        "content.chapters[0].lines[0].price",
        "required",
        () -> draft(lead.id(), offer("Curățenie", null, today, null)));
    OfferRef draft = draft(lead.id(), offer("Curățenie", "1", today, null));
    refused(
        "approving a draft",
        NoSuchTransition.class,
        () -> crm.offers().approve(maria, new ApproveOffer.Command(draft.id(), draft.version())));
    refused(
        "handing over a draft",
        NoSuchTransition.class,
        () -> crm.offers().handOver(ana, new HandOverOffer.Command(draft.id(), draft.version())));
    refused(
        "a salesperson who approves",
        NotPermitted.class,
        () -> crm.offers().approve(ana, new ApproveOffer.Command(draft.id(), draft.version())));
    fault(
        "declining without a reason",
        "reason",
        "required",
        () ->
            crm.offers()
                .decline(maria, new DeclineOffer.Command(draft.id(), draft.version(), " ")));
    refused(
        "an offer that is not there",
        NotFound.class,
        () ->
            crm.offers()
                .submit(
                    ana, new SubmitOffer.Command(new OfferId(UUID.randomUUID()), draft.version())));
    refused(
        "an offer that was changed meanwhile",
        ConcurrentChange.class,
        () -> crm.offers().submit(ana, new SubmitOffer.Command(draft.id(), STALE)));
  }

  // ---- contracts and orders ----

  private void contractsAndOrders() {
    LeadRef idle = lead();
    refused(
        "a contract outside a contracting",
        NotInContracting.class,
        () -> save(idle.id(), null, terms("1", today, today, null)));
    Contracting empty = contracting();
    fault(
        "a contract without a date",
        "contract.date",
        "required",
        () -> save(empty.lead(), null, terms("1", null, today, null)));
    fault(
        "a contract that ends before it begins",
        "contract.end",
        "ends-before-it-begins",
        () -> save(empty.lead(), null, terms("1", today, today, today.minusDays(1))));
    fault(
        "too long a number",
        "contract.number",
        "too-long",
        () -> save(empty.lead(), null, terms("9".repeat(51), today, today, null)));
    fault(
        "a negative payment term",
        "contract.paymentTermDays",
        "too-small",
        () ->
            save(
                empty.lead(),
                null,
                new ContractData("1", today, today, true, null, -1, null, null, null)));
    refused(
        "an edit of a contract that is not there",
        NotFound.class,
        () -> save(empty.lead(), new Version(1), terms("1", today, today, null)));
    refused(
        "completing without a contract",
        NotYet.class,
        () -> close(ana, empty.open(), seen(empty.open()), new Way.Completed()));
    Contracting drawn = contracting();
    String number = code();
    ContractRef contract = save(drawn.lead(), null, terms(number, today, today, null));
    refused(
        "a second contract",
        ConcurrentChange.class,
        () -> save(drawn.lead(), null, terms("2", today, today, null)));
    refused(
        "a number that a contract has",
        AlreadyExists.class,
        () -> save(empty.lead(), null, terms(number, today, today, null)));
    fault(
        "an empty file",
        "content",
        "empty-file",
        () -> attach(contract.id(), contract.version(), 0));
    fault(
        "too large a file",
        "content",
        "file-too-large",
        () -> attach(contract.id(), contract.version(), SignedFile.MAX_BYTES + 1));
    refused(
        "a file for a contract that is not there",
        NotFound.class,
        () -> attach(new ContractId(UUID.randomUUID()), contract.version(), 1));
    Contracting done = contracting();
    ContractRef last = save(done.lead(), null, terms(code(), today, today, null));
    OrderId order =
        close(ana, done.open(), seen(done.open()), new Way.Completed()).order().orElseThrow();
    refused(
        "a contract after the contracting",
        NotInContracting.class,
        () -> save(done.lead(), last.version(), terms("3", today, today, null)));
    orders(order);
  }

  private record Contracting(LeadId lead, ResponsibilityId open) {}

  /** A lead whose offer was accepted. */
  private Contracting contracting() {
    LeadRef lead = lead();
    ResponsibilityId negotiation = activate(lead, Step.OFFER_NEGOTIATION).responsibility();
    OfferRef offer = draft(lead.id(), offer("Curățenie", "100", today, null));
    offer = crm.offers().submit(ana, new SubmitOffer.Command(offer.id(), offer.version()));
    offer = crm.offers().approve(maria, new ApproveOffer.Command(offer.id(), offer.version()));
    offer = crm.offers().finalise(ana, new FinaliseOffer.Command(offer.id(), offer.version()));
    crm.offers().handOver(ana, new HandOverOffer.Command(offer.id(), offer.version()));
    ResponsibilityId open =
        close(ana, negotiation, seen(negotiation), new Way.OpenNext(null, tomorrow(), false))
            .opened()
            .orElseThrow();
    return new Contracting(lead.id(), open);
  }

  private void orders(OrderId order) {
    String known = code();
    crm.orders().report(maria, invoice(order, known, 1, "10", Currency.RON, today));
    fault(
        "a negative invoice",
        "amount",
        "not-positive",
        () -> crm.orders().report(maria, invoice(order, "F", 1, "-1", Currency.RON, today)));
    fault(
        "an invoice of three decimals",
        "amount",
        "too-many-digits",
        () -> crm.orders().report(maria, invoice(order, "F", 1, "0.001", Currency.RON, today)));
    fault(
        "an invoice in a foreign currency",
        "currency",
        "not-in-currency-of-order",
        () -> crm.orders().report(maria, invoice(order, "F", 1, "1", Currency.EUR, today)));
    fault(
        "an invoice without an identity",
        "document",
        "required",
        () -> crm.orders().report(maria, invoice(order, " ", 1, "1", Currency.RON, today)));
    fault(
        "an invoice without a revision",
        "revision",
        "too-small",
        () -> crm.orders().report(maria, invoice(order, "F", 0, "1", Currency.RON, today)));
    fault(
        "an invoice due before its date",
        "dueOn",
        "due-before-issue",
        () ->
            crm.orders()
                .report(maria, invoice(order, "F", 1, "1", Currency.RON, today.minusDays(1))));
    refused(
        "an invoice of an order that is not there",
        NotFound.class,
        () ->
            crm.orders()
                .report(
                    maria,
                    invoice(new OrderId(UUID.randomUUID()), "F", 1, "1", Currency.RON, today)));
    refused(
        "an invoice told otherwise than before",
        ContradictoryReport.class,
        () -> crm.orders().report(maria, invoice(order, known, 1, "11", Currency.RON, today)));
    refused(
        "a salesperson who reports for the ERP",
        NotPermitted.class,
        () -> crm.orders().report(ana, invoice(order, "F", 1, "1", Currency.RON, today)));
    fault(
        "a payment of nothing",
        "amount",
        "not-positive",
        () -> crm.orders().report(maria, payment(order, "F", "0", Currency.RON)));
    fault(
        "a payment in a foreign currency",
        "currency",
        "not-in-currency-of-order",
        () -> crm.orders().report(maria, payment(order, "F", "1", Currency.EUR)));
    fault(
        "a payment of no invoice",
        "invoice",
        "required",
        () -> crm.orders().report(maria, payment(order, " ", "1", Currency.RON)));
  }

  // ---- how they are written down ----

  private void fault(String name, String field, String code, Runnable command) {
    all.add(new Wrong(name, InvalidInput.class, field, code, command));
  }

  private void refused(String name, Class<? extends CrmException> error, Runnable command) {
    all.add(new Wrong(name, error, "", "", command));
  }

  private void add(
      String name,
      String field,
      String code,
      @Nullable String cui,
      CompanyData company,
      NotesData notes) {
    fault(name, field, code, () -> crm.leads().add(ana, lead(cui, company, notes, null)));
  }

  private void company(String name, String field, String code, CompanyData company) {
    add(name, field, code, Cuis.next().digits(), company, NotesData.NONE);
  }

  // ---- the world ----

  private LeadRef lead() {
    return crm.leads()
        .add(
            ana,
            lead(
                Cuis.next().digits(),
                new CompanyData(
                    "Firma",
                    new AddressData(County.CJ, "Cluj-Napoca", "Str. Lungă 1", null),
                    "J40/372/2002",
                    null,
                    null,
                    null,
                    null,
                    "RO49AAAA1B31007593840000",
                    null,
                    null,
                    null),
                NotesData.NONE,
                ana.actor().id()));
  }

  private static AddLead.Command lead(
      @Nullable String cui, CompanyData company, NotesData notes, @Nullable UserId owner) {
    return new AddLead.Command(cui, false, company, notes, owner);
  }

  private static CompanyData company(@Nullable String name) {
    return CompanyData.of(name, new AddressData(County.CJ, "Cluj-Napoca", null, null));
  }

  /** With one of: register number, CAEN code, IBAN, phone, e-mail. */
  private static CompanyData company(int which, String text) {
    return new CompanyData(
        "Firma",
        new AddressData(County.CJ, "Cluj-Napoca", null, null),
        which == 0 ? text : null,
        null,
        null,
        null,
        which == 1 ? text : null,
        which == 2 ? text : null,
        which == 3 ? text : null,
        which == 4 ? text : null,
        null);
  }

  private void edit(Caller caller, LeadId lead, Version seen) {
    crm.leads().edit(caller, new EditLead.Command(lead, seen, company("Altfel"), NotesData.NONE));
  }

  private void person(LeadId lead, PersonData person) {
    crm.leads().people().add(ana, new AddContactPerson.Command(lead, person));
  }

  private ActivateLead.Result activate(LeadRef lead, Step step) {
    return crm.pursuits()
        .activate(
            ana,
            new ActivateLead.Command(
                lead.id(), lead.version(), ana.actor().id(), tomorrow(), step, null));
  }

  private Version seen(ResponsibilityId id) {
    return crm.journey().responsibility(ana.actor(), new ShowResponsibility.Query(id)).version();
  }

  private CloseResponsibility.Result close(
      Caller caller, ResponsibilityId id, Version seen, Way way) {
    return crm.journey().close(caller, new CloseResponsibility.Command(id, seen, way));
  }

  private void contact(ResponsibilityId id, @Nullable ContactMeans means, Instant at) {
    crm.pursuits().recordContact(ana, new RecordContactAttempt.Command(id, means, at, null, null));
  }

  private Instant tomorrow() {
    return now.plus(Duration.ofDays(1));
  }

  private static String code() {
    return "C" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
  }

  private static ItemData data(String code, String vatRate, String commission) {
    return new ItemData(
        code,
        "Curățenie",
        "ora",
        ItemKind.SERVICE,
        "Curățenie",
        vatRate,
        new BigDecimal(commission));
  }

  private static PriceData price(String amount) {
    return new PriceData(new BigDecimal(amount), Currency.RON, null);
  }

  private static AddItem.Command item(
      String code, @Nullable String price, List<ComponentData> components) {
    return new AddItem.Command(
        data(code, "21", "2"), price == null ? null : price(price), components);
  }

  private static ComponentData component(ItemId item, String quantity) {
    return new ComponentData(item, new BigDecimal(quantity));
  }

  private void change(
      SheetRef sheet, Version seen, ItemId item, String quantity, SheetTermsData terms) {
    crm.sheets()
        .change(
            ana,
            new ChangeSheet.Command(
                sheet.id(),
                seen,
                List.of(new SheetLineData(item, new BigDecimal(quantity))),
                terms));
  }

  private static OfferData offer(
      String title, @Nullable String price, LocalDate validUntil, @Nullable String discount) {
    LineData line =
        new LineData(
            null,
            "Spălat",
            "mp",
            BigDecimal.ONE,
            price == null ? null : new BigDecimal(price),
            null,
            "21",
            false);
    return new OfferData(
        Currency.RON,
        null,
        discount == null ? null : new BigDecimal(discount),
        List.of(new ChapterData(title, List.of(line))),
        null,
        null,
        null,
        validUntil);
  }

  private OfferRef draft(LeadId lead, OfferData offer) {
    return crm.offers().draft(ana, new DraftOffer.Command(lead, offer));
  }

  private static ContractData terms(
      String number, @Nullable LocalDate date, LocalDate start, @Nullable LocalDate end) {
    return new ContractData(number, date, start, end == null, end, 30, "Ana Pop", "Ion Ene", null);
  }

  private ContractRef save(LeadId lead, @Nullable Version seen, ContractData data) {
    return crm.contracts().save(ana, new SaveContract.Command(lead, seen, data));
  }

  private void attach(ContractId contract, Version seen, int size) {
    crm.contracts()
        .attachSignedFile(
            ana,
            new AttachSignedFile.Command(
                contract, seen, "contract.pdf", FileContent.of(new byte[size])));
  }

  private InvoiceReport invoice(
      OrderId order,
      String document,
      long revision,
      String amount,
      Currency currency,
      LocalDate due) {
    return new InvoiceReport(
        order,
        document,
        revision,
        "SER 1",
        InvoiceStage.ISSUED,
        today,
        due,
        new BigDecimal(amount),
        currency);
  }

  private PaymentReport payment(OrderId order, String invoice, String amount, Currency currency) {
    return new PaymentReport(
        order, code(), 1, invoice, today, new BigDecimal(amount), currency, false);
  }
}
