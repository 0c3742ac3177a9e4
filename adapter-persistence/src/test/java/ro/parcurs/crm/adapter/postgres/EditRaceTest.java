package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.catalogue.usecase.EditItem;
import ro.parcurs.crm.catalogue.usecase.ItemRef;
import ro.parcurs.crm.catalogue.usecase.PriceData;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.usecase.ContractData;
import ro.parcurs.crm.contract.usecase.ContractRef;
import ro.parcurs.crm.contract.usecase.Contracts;
import ro.parcurs.crm.contract.usecase.SaveContract;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.usecase.ChangeSheet;
import ro.parcurs.crm.evaluation.usecase.EvaluationSheets;
import ro.parcurs.crm.evaluation.usecase.SheetRef;
import ro.parcurs.crm.evaluation.usecase.SheetTermsData;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.AddContactPerson;
import ro.parcurs.crm.lead.usecase.AddWorkPoint;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.EditContactPerson;
import ro.parcurs.crm.lead.usecase.EditLead;
import ro.parcurs.crm.lead.usecase.EditWorkPoint;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.lead.usecase.PersonData;
import ro.parcurs.crm.lead.usecase.SiteData;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.usecase.ChangeOffer;
import ro.parcurs.crm.offer.usecase.DraftOffer;
import ro.parcurs.crm.offer.usecase.OfferData;
import ro.parcurs.crm.offer.usecase.OfferRef;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.HoldMeeting;
import ro.parcurs.crm.pursuit.usecase.MoveDeadline;
import ro.parcurs.crm.pursuit.usecase.MoveMeeting;
import ro.parcurs.crm.pursuit.usecase.ParticipantsData;
import ro.parcurs.crm.pursuit.usecase.PlanMeeting;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.pursuit.usecase.WriteSummary;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;

/** Promise P4, thing by thing: of two edits at once one is acknowledged, and that one is stored. */
class EditRaceTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final List<Integer> EDITORS = List.of(1, 2);
  private static final int NAIVE_RACES = 3;
  private static final String A_MEETING = "a meeting";

  private final SettableClock clock = new SettableClock();
  private final Sales sales = new Sales(DATABASE.adapter().module(), clock);
  private final Crm crm = sales.crm();

  /**
   * Something that can be edited.
   *
   * @param edit what the n-th editor does who has seen a version
   * @param stored whose edit is stored
   */
  private record Thing(
      BiConsumer<Version, Integer> edit, Supplier<String> stored, Supplier<Version> version) {

    static <A> Thing of(
        BiConsumer<Version, Integer> edit,
        Supplier<A> aggregate,
        Function<A, Object> stored,
        Function<A, Version> version) {
      return new Thing(
          edit,
          () -> stored.apply(aggregate.get()).toString(),
          () -> version.apply(aggregate.get()));
    }
  }

  @TestFactory
  Stream<DynamicTest> of_two_who_edit_it_at_once_one_is_acknowledged_and_stored() {
    return things().entrySet().stream()
        .map(thing -> dynamicTest(thing.getKey(), () -> prove(thing.getKey(), thing.getValue())));
  }

  @TestFactory
  Stream<DynamicTest> control_who_takes_the_newest_version_for_the_seen_one_overwrites() {
    return things().entrySet().stream()
        .filter(thing -> !thing.getKey().equals(A_MEETING)) // its state lets it be held once
        .map(thing -> dynamicTest(thing.getKey(), () -> proveNaive(thing.getValue())));
  }

  private void prove(String what, Edited edited) throws Exception {
    Instant start = Instant.now();
    int races = Proof.tries(20, 1_000);
    int wrong = 0;
    int wonBySecond = 0;
    for (int i = 0; i < races; i++) {
      Thing thing = edited.anew(UUID.randomUUID().toString());
      Version seen = thing.version().get();
      List<String> ends =
          Race.of(
              EDITORS.stream()
                  .map(editor -> Race.command(() -> thing.edit().accept(seen, editor)))
                  .toList());
      int winner = ends.indexOf(Race.WON) + 1;
      boolean told = winner > 0 && ends.get(2 - winner).startsWith("lost to");
      wrong +=
          told
                  && thing.stored().get().equals(edited.word(winner))
                  && thing.version().get().equals(seen.next())
              ? 0
              : 1;
      wonBySecond += winner == 2 ? 1 : 0;
    }
    Proof.report(
        "P4 edits of " + what,
        0,
        Duration.between(start, Instant.now()),
        "%d races, %d where acknowledged was not applied, %d won by the second thread"
            .formatted(races, wrong, wonBySecond));
    assertThat(wrong).isZero();
  }

  /** Both are acknowledged, and only one is stored. */
  private void proveNaive(Edited edited) throws Exception {
    for (int i = 0; i < NAIVE_RACES; i++) {
      Thing thing = edited.anew(UUID.randomUUID().toString());
      Version seen = thing.version().get();
      List<Callable<String>> naive = new ArrayList<>();
      EDITORS.forEach(editor -> naive.add(() -> insist(thing, editor)));
      assertThat(Race.of(naive)).containsOnly(Race.WON);
      assertThat(thing.version().get()).isEqualTo(seen.next().next());
      assertThat(EDITORS.stream().map(edited::word)).containsOnlyOnce(thing.stored().get());
    }
  }

  private static String insist(Thing thing, int editor) {
    while (true) {
      try {
        thing.edit().accept(thing.version().get(), editor);
        return Race.WON;
      } catch (ConcurrentChange again) {
        continue;
      }
    }
  }

  /** A kind of thing: makes a new one under a name, and tells how an editor's edit is stored. */
  private record Edited(Function<String, Thing> kind, IntFunction<String> words) {

    Thing anew(String name) {
      return kind.apply(name);
    }

    String word(int editor) {
      return words.apply(editor);
    }
  }

  private Map<String, Edited> things() {
    Map<String, Edited> things = new LinkedHashMap<>();
    things.put("a lead", new Edited(this::lead, n -> "Firma " + n));
    things.put("a contact person", new Edited(this::person, n -> "Ioana " + n));
    things.put("a work point", new Edited(this::site, n -> "Depozit " + n));
    things.put("a summary", new Edited(this::summary, n -> "Rezumat " + n));
    things.put("a deadline", new Edited(this::deadline, n -> hours(n).toString()));
    things.put(A_MEETING, new Edited(this::meeting, n -> "Minută " + n));
    things.put("a meeting's place", new Edited(this::place, n -> "Etajul " + n));
    things.put("a catalogue item", new Edited(this::item, n -> "Montaj " + n));
    things.put("a sheet", new Edited(this::sheet, n -> n + "0"));
    things.put("an offer", new Edited(this::offer, n -> "Note " + n));
    things.put("a contract", new Edited(this::contract, n -> "Clauza " + n));
    return things;
  }

  // ---- leads ----

  private Thing lead(String name) {
    LeadId id = added(name).id();
    return ofLead(
        id,
        (seen, n) ->
            crm.leads()
                .edit(
                    Caller.of(ANA),
                    new EditLead.Command(
                        id, seen, CompanyData.of("Firma " + n, Sales.DEJ), NotesData.NONE)),
        lead -> lead.company().name());
  }

  private Thing person(String name) {
    LeadId id = added(name).id();
    AddContactPerson.Result ioana =
        crm.leads().people().add(Caller.of(ANA), new AddContactPerson.Command(id, person(0)));
    return ofLead(
        id,
        (seen, n) ->
            crm.leads()
                .people()
                .edit(
                    Caller.of(ANA),
                    new EditContactPerson.Command(id, seen, ioana.person(), person(n))),
        lead -> lead.contactPersons().get(ioana.person()).name());
  }

  private Thing site(String name) {
    LeadId id = added(name).id();
    AddWorkPoint.Result depot =
        crm.leads().sites().add(Caller.of(ANA), new AddWorkPoint.Command(id, site(0)));
    return ofLead(
        id,
        (seen, n) ->
            crm.leads()
                .sites()
                .edit(
                    Caller.of(ANA),
                    new EditWorkPoint.Command(id, seen, depot.workPoint(), site(n))),
        lead -> lead.workPoints().get(0).name());
  }

  private Thing ofLead(
      LeadId id, BiConsumer<Version, Integer> edit, Function<Lead, Object> stored) {
    return Thing.of(edit, () -> sales.port(Leads.class).get(id), stored, Lead::version);
  }

  private LeadRef added(String name) {
    return sales.lead(name, Cuis.next());
  }

  private static PersonData person(int n) {
    return new PersonData("Ioana " + n, null, List.of(), List.of(), false);
  }

  private static SiteData site(int n) {
    return new SiteData("Depozit " + n, County.CJ, "Gherla", "Str. Lungă 1", null);
  }

  // ---- responsibilities ----

  private Thing summary(String name) {
    ResponsibilityId id = opened(name);
    return ofResponsibility(
        id,
        (seen, n) ->
            crm.pursuits()
                .writeSummary(Caller.of(ANA), new WriteSummary.Command(id, seen, "Rezumat " + n)),
        responsibility -> responsibility.progress().summary().orElse(""));
  }

  private Thing deadline(String name) {
    ResponsibilityId id = opened(name);
    return ofResponsibility(
        id,
        (seen, n) ->
            crm.pursuits()
                .moveDeadline(Caller.of(ANA), new MoveDeadline.Command(id, seen, hours(n))),
        responsibility -> responsibility.deadline().at());
  }

  private Thing meeting(String name) {
    ResponsibilityId id = opened(name);
    ParticipantsData participants = new ParticipantsData(List.of(), List.of("Ana Pop"));
    PlanMeeting.Result planned =
        crm.pursuits()
            .planMeeting(
                Caller.of(ANA),
                new PlanMeeting.Command(id, clock.instant(), null, "La ei", participants));
    return ofResponsibility(
        id,
        (seen, n) ->
            crm.pursuits()
                .holdMeeting(
                    Caller.of(ANA),
                    new HoldMeeting.Command(
                        id, seen, planned.meeting(), clock.instant(), participants, "Minută " + n)),
        responsibility -> responsibility.progress().meetings().get(0).minutes().orElse(""));
  }

  private Thing place(String name) {
    ResponsibilityId id = opened(name);
    PlanMeeting.Result planned =
        crm.pursuits()
            .planMeeting(
                Caller.of(ANA),
                new PlanMeeting.Command(
                    id, clock.instant(), null, "La ei", ParticipantsData.NOBODY));
    return ofResponsibility(
        id,
        (seen, n) ->
            crm.pursuits()
                .moveMeeting(
                    Caller.of(ANA),
                    new MoveMeeting.Command(
                        id,
                        seen,
                        planned.meeting(),
                        clock.instant(),
                        null,
                        "Etajul " + n,
                        ParticipantsData.NOBODY)),
        responsibility -> responsibility.progress().meetings().get(0).place());
  }

  private Thing ofResponsibility(
      ResponsibilityId id,
      BiConsumer<Version, Integer> edit,
      Function<Responsibility, Object> stored) {
    return Thing.of(
        edit, () -> sales.port(Responsibilities.class).get(id), stored, Responsibility::version);
  }

  private ResponsibilityId opened(String name) {
    return sales.activated(name, added(name), Step.MEETING_EVALUATION);
  }

  private Instant hours(int n) {
    return clock.instant().plus(Duration.ofHours(n));
  }

  // ---- catalogue, sheets, offers, contracts ----

  private Thing item(String name) {
    String code = name.substring(0, 18);
    ItemRef item = sales.item(name, code);
    PriceData price = new PriceData(BigDecimal.TEN, Currency.RON, null);
    return Thing.of(
        (seen, n) ->
            crm.catalogue()
                .edit(
                    Caller.of(DAN),
                    new EditItem.Command(item.id(), seen, Sales.data(code, "Montaj " + n), price)),
        () -> sales.port(CatalogueItems.class).get(item.id()),
        CatalogueItem::name,
        CatalogueItem::version);
  }

  private Thing sheet(String name) {
    LeadRef lead = added(name);
    sales.activated(name, lead, Step.MEETING_EVALUATION);
    ItemRef item = sales.item("sheets", "FISE");
    SheetRef sheet = sales.sheet(name, lead, item);
    return Thing.of(
        (seen, n) ->
            crm.sheets()
                .change(
                    Caller.of(ANA),
                    new ChangeSheet.Command(
                        sheet.id(), seen, Sales.lines(item, n + "0"), SheetTermsData.DEFAULT)),
        () -> sales.port(EvaluationSheets.class).get(sheet.id()),
        found -> found.lines().get(0).quantity().value().toBigInteger(),
        EvaluationSheet::version);
  }

  private Thing offer(String name) {
    LeadRef lead = added(name);
    sales.activated(name, lead, Step.OFFER_NEGOTIATION);
    OfferRef draft =
        crm.offers().draft(Caller.of(ANA), new DraftOffer.Command(lead.id(), noted(0)));
    return Thing.of(
        (seen, n) ->
            crm.offers()
                .change(Caller.of(ANA), new ChangeOffer.Command(draft.id(), seen, noted(n))),
        () -> sales.port(Offers.class).get(draft.id()),
        found -> found.content().notes().orElse(""),
        Offer::version);
  }

  private OfferData noted(int n) {
    return new OfferData(
        Currency.RON,
        null,
        null,
        List.of(),
        "Note " + n,
        null,
        null,
        LocalDate.now(clock).plusMonths(1));
  }

  private Thing contract(String name) {
    LeadRef lead = added(name);
    sales.activated(name, lead, Step.CONTRACTING);
    ContractRef saved =
        crm.contracts().save(Caller.of(ANA), new SaveContract.Command(lead.id(), null, clause(0)));
    return Thing.of(
        (seen, n) ->
            crm.contracts()
                .save(Caller.of(ANA), new SaveContract.Command(lead.id(), seen, clause(n))),
        () -> sales.port(Contracts.class).get(saved.id()),
        found -> found.terms().notes().orElse(""),
        Contract::version);
  }

  private ContractData clause(int n) {
    LocalDate today = LocalDate.now(clock);
    return new ContractData(
        null, today, today, true, null, 30, "Ana Pop", "Ioana Pop", "Clauza " + n);
  }
}
