package ro.parcurs.crm.lead.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.lead.ContactPersons;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.usecase.AddLeads.RowResult;
import ro.parcurs.crm.lead.usecase.AddLeads.RowResult.Added;
import ro.parcurs.crm.lead.usecase.AddLeads.RowResult.Failed;
import ro.parcurs.crm.lead.usecase.AddLeads.RowResult.Skipped;
import ro.parcurs.crm.lead.usecase.AddLeads.RowResult.Updated;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.timeline.LeadChanged.ContactPersonAdded;
import ro.parcurs.crm.timeline.LeadChanged.ContactPersonChanged;
import ro.parcurs.crm.timeline.LeadChanged.LeadAdded;
import ro.parcurs.crm.timeline.LeadChanged.LeadFieldChanged;
import ro.parcurs.crm.timeline.LeadChanged.LeadPriorityChanged;
import ro.parcurs.crm.timeline.LeadChanged.OwnerChanged;
import ro.parcurs.crm.timeline.LeadChanged.VatStatusChanged;
import ro.parcurs.crm.timeline.LeadChanged.WorkPointAdded;
import ro.parcurs.crm.timeline.LeadChanged.WorkPointChanged;
import ro.parcurs.crm.timeline.LeadEvent;
import ro.parcurs.crm.timeline.LeadField;
import ro.parcurs.crm.timeline.PersonField;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventRecord;
import ro.parcurs.crm.work.Timeline;

class AddLeadsTest {

  private static final AddressData DEJ = new AddressData(County.CJ, "Dej", "Str. Lungă 1", null);
  private static final CompanyData EXEMPLU = CompanyData.of("Exemplu SRL", DEJ);
  private static final PersonData IOANA =
      new PersonData(
          "Ioana Mureșan", "Director", List.of("0722 123 456"), List.of("ioana@exemplu.ro"), false);
  private static final PersonData STEFAN =
      new PersonData("Ștefan Țuțea", null, List.of(), List.of(), true);
  private static final SiteData DEPOZIT =
      new SiteData("Depozit", County.CJ, "Gherla", "Str. Lungă 1", "405300");

  private final SettableClock clock = new SettableClock();
  private final Injector injector =
      Guice.createInjector(
          new InMemoryModule(),
          new CrmModule(clock, new SequentialIds(), new DefaultAccessPolicy()));
  private final LeadUseCases leads = injector.getInstance(Crm.class).leads();

  // ---- adding ----

  @Test
  void rows_become_leads_with_their_people_and_sites_as_the_form_would_make_them() {
    String cui = Cuis.next().digits();
    RowResult result =
        only(
            DuplicateRule.SKIP,
            new LeadData(
                "RO " + cui,
                false,
                EXEMPLU,
                new NotesData("Târg", "Sună.", Priority.HIGH, List.of("Vest")),
                ANA.id(),
                List.of(IOANA, STEFAN),
                List.of(DEPOZIT)));
    LeadView lead = show(idOf(result));
    assertThat(result).isEqualTo(new Added(new LeadRef(lead.id(), lead.version())));
    assertThat(lead.company().cui().digits()).isEqualTo(cui);
    assertThat(lead.company().name()).isEqualTo("Exemplu SRL");
    assertThat(lead.state()).hasToString("INACTIVE");
    assertThat(lead.owner().orElseThrow()).isEqualTo(ANA.id());
    assertThat(lead.details().priority()).isEqualTo(Priority.HIGH);
    assertThat(lead.contactPersons())
        .extracting(ContactPersonView::name, ContactPersonView::primary)
        .containsExactly(tuple("Ștefan Țuțea", true), tuple("Ioana Mureșan", false));
    assertThat(events(lead.id()))
        .extracting(event -> (Object) event.getClass())
        .containsExactly(
            LeadAdded.class,
            ContactPersonAdded.class,
            ContactPersonAdded.class,
            WorkPointAdded.class);
  }

  @Test
  void a_lead_of_a_batch_equals_one_that_was_added_by_the_form() {
    LeadId alone =
        leads
            .add(
                Caller.of(ANA),
                new AddLead.Command(Cuis.next().digits(), false, EXEMPLU, NotesData.NONE, ANA.id()))
            .id();
    LeadId ofBatch =
        idOf(
            only(
                DuplicateRule.SKIP,
                new LeadData(
                    Cuis.next().digits(),
                    false,
                    EXEMPLU,
                    NotesData.NONE,
                    ANA.id(),
                    List.of(),
                    List.of())));
    assertThat(show(ofBatch))
        .usingRecursiveComparison()
        .ignoringFields("id", "company.cui")
        .isEqualTo(show(alone));
  }

  @Test
  void the_timeline_and_the_event_log_tell_the_same_of_every_lead_in_the_order_of_the_rows() {
    List<RowResult> results = add(DuplicateRule.SKIP, row("Întâi SRL"), row("Apoi SRL"));
    List<LeadId> ids = results.stream().map(AddLeadsTest::idOf).toList();
    assertThat(log()).extracting(EventRecord::lead).containsExactlyElementsOf(optionals(ids));
    for (LeadId id : ids) {
      TimelineEntry entry = entries(id).get(0);
      assertThat(entry.stamp().at()).isEqualTo(clock.instant());
      assertThat(log())
          .filteredOn(event -> event.id().equals(entry.id().value()))
          .extracting(EventRecord::event)
          .containsExactly(entry.event());
    }
  }

  // ---- faults ----

  @Test
  void a_bad_row_is_told_with_all_its_faults_and_does_not_stop_the_good_ones() {
    LeadData bad =
        new LeadData(
            "14399841",
            false,
            CompanyData.of(" ", new AddressData(null, "Dej", null, "12")),
            NotesData.NONE,
            null,
            List.of(new PersonData("Ana\u0000", null, List.of("12"), List.of("x"), false)),
            List.of(new SiteData("Depozit", County.CJ, null, "Str. Lungă 1", null)));
    List<RowResult> results = add(DuplicateRule.SKIP, row("Bun SRL"), bad, row("Și mai bun SRL"));
    assertThat(results.get(0)).isInstanceOf(Added.class);
    assertThat(results.get(2)).isInstanceOf(Added.class);
    assertThat(faults(results.get(1)))
        .containsExactly(
            "company.address.county required",
            "company.address.postalCode postal-code-format",
            "company.name required",
            "contactPersons[0].emails[0] email-format",
            "contactPersons[0].name unreadable-character",
            "contactPersons[0].phones[0] phone-format",
            "cui cui-check-digit",
            "workPoints[0].locality required");
    assertThat(log()).hasSize(2);
  }

  @Test
  void the_rows_of_a_batch_are_checked_as_the_form_is() {
    for (String cui : Arrays.asList(null, "", "x", "14399841", "14399840")) {
      AddLead.Command form = new AddLead.Command(cui, false, EXEMPLU, NotesData.NONE, null);
      RowResult result = only(DuplicateRule.SKIP, LeadData.of(cui, EXEMPLU, NotesData.NONE));
      if (result instanceof Failed failed) {
        assertThatThrownBy(() -> leads.add(Caller.of(ANA), form))
            .isInstanceOfSatisfying(
                InvalidInput.class,
                fault -> assertThat(failed.faults()).isEqualTo(fault.violations()));
      } else {
        assertThat(cui).isEqualTo("14399840");
      }
    }
  }

  @Test
  void a_failing_check_digit_is_accepted_only_knowingly() {
    LeadData accepted =
        new LeadData("14399841", true, EXEMPLU, NotesData.NONE, null, List.of(), List.of());
    assertThat(only(DuplicateRule.SKIP, accepted)).isInstanceOf(Added.class);
  }

  @Test
  void a_batch_has_at_least_one_row_and_at_most_as_many_as_a_unit_of_work_holds() {
    assertThatThrownBy(() -> add(DuplicateRule.SKIP)).isInstanceOf(InvalidInput.class);
    List<LeadData> tooMany =
        new ArrayList<>(
            Collections.nCopies(AddLeads.MAX_ROWS, LeadData.of("x", EXEMPLU, NotesData.NONE)));
    assertThat(add(DuplicateRule.SKIP, tooMany)).hasSize(AddLeads.MAX_ROWS);
    tooMany.add(row("Unul în plus SRL"));
    assertThatThrownBy(() -> add(DuplicateRule.SKIP, tooMany)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> add(null, row("Exemplu SRL"))).isInstanceOf(InvalidInput.class);
  }

  // ---- rights ----

  @Test
  void who_may_not_add_leads_may_not_add_many() {
    assertThatThrownBy(
            () ->
                leads.addAll(
                    Caller.of(DAN),
                    new AddLeads.Command(List.of(row("Exemplu SRL")), DuplicateRule.SKIP)))
        .isInstanceOf(NotPermitted.class);
  }

  @Test
  void only_who_may_assign_leads_chooses_another_owner_and_only_one_who_is_there() {
    assertThat(faults(only(DuplicateRule.SKIP, owned(Cuis.next().digits(), ION.id()))))
        .containsExactly("owner owner-not-permitted");
    assertThat(addBy(MARIA, DuplicateRule.SKIP, owned(Cuis.next().digits(), ION.id())).get(0))
        .isInstanceOf(Added.class);
    assertThat(
            faults(
                addBy(MARIA, DuplicateRule.SKIP, owned(Cuis.next().digits(), new UserId("nimeni")))
                    .get(0)))
        .containsExactly("owner owner-unknown");
  }

  @Test
  void a_lead_that_the_actor_may_not_change_is_not_updated() {
    LeadData ofIon = owned(Cuis.next().digits(), ION.id());
    LeadId id = idOf(addBy(ION, DuplicateRule.SKIP, ofIon).get(0));
    LeadData renamed = LeadData.of(ofIon.cui(), CompanyData.of("Altfel SRL", DEJ), NotesData.NONE);
    assertThat(faults(only(DuplicateRule.UPDATE, renamed))).containsExactly(" lead-not-permitted");
    assertThat(show(id).company().name()).isEqualTo("Exemplu SRL");
  }

  @Test
  void a_lead_gets_another_owner_only_from_who_may_assign_it() {
    LeadData unowned = row("Exemplu SRL");
    LeadId id = idOf(only(DuplicateRule.SKIP, unowned));
    assertThat(faults(only(DuplicateRule.UPDATE, owned(unowned.cui(), ANA.id()))))
        .containsExactly("owner owner-not-permitted");
    assertThat(addBy(MARIA, DuplicateRule.UPDATE, owned(unowned.cui(), ION.id())).get(0))
        .isInstanceOf(Updated.class);
    assertThat(events(id))
        .contains(
            new OwnerChanged(
                Optional.empty(),
                Optional.empty(),
                Optional.of(ION.id()),
                Optional.of(ION.name())));
    assertThat(addBy(ION, DuplicateRule.UPDATE, owned(unowned.cui(), ION.id())).get(0))
        .isInstanceOf(Skipped.class);
  }

  // ---- duplicates ----

  @Test
  void a_company_that_is_a_lead_already_is_skipped_and_stays_as_it_was() {
    LeadData first = row("Exemplu SRL");
    LeadId id = idOf(only(DuplicateRule.SKIP, first));
    assertThat(only(DuplicateRule.SKIP, named(first, "Altfel SRL"))).isEqualTo(new Skipped(id));
    assertThat(show(id).company().name()).isEqualTo("Exemplu SRL");
    assertThat(events(id)).hasSize(1);
  }

  @Test
  void a_company_that_stands_in_an_earlier_row_is_skipped() {
    LeadData first = row("Exemplu SRL");
    List<RowResult> results =
        add(
            DuplicateRule.SKIP,
            LeadData.of("x", EXEMPLU, NotesData.NONE),
            first,
            named(first, "B"));
    assertThat(results.get(2)).isEqualTo(new Skipped(idOf(results.get(1))));
    assertThat(show(idOf(results.get(1))).company().name()).isEqualTo("Exemplu SRL");
  }

  @Test
  void duplicates_are_refused_where_they_are_to_be_refused() {
    LeadData there = row("Exemplu SRL");
    LeadId id = idOf(only(DuplicateRule.REFUSE, there));
    LeadData twice = row("De două ori SRL");
    List<RowResult> results = add(DuplicateRule.REFUSE, there, twice, twice);
    assertThat(faults(results.get(0))).containsExactly("cui cui-exists");
    assertThat(((Failed) results.get(0)).faults().get(0).arguments())
        .containsEntry("existing", id.toString());
    assertThat(results.get(1)).isInstanceOf(Added.class);
    assertThat(faults(results.get(2))).containsExactly("cui cui-repeated");
  }

  @Test
  void what_a_row_says_replaces_what_was_known_and_what_it_leaves_empty_stays() {
    String cui = Cuis.next().digits();
    LeadId id =
        idOf(
            only(
                DuplicateRule.SKIP,
                new LeadData(
                    cui,
                    false,
                    company("Exemplu SRL", DEJ, VatState.PAYER, "0264 123 456"),
                    new NotesData("Târg", "Sună.", Priority.URGENT, List.of("vest")),
                    null,
                    List.of(IOANA),
                    List.of(DEPOZIT))));
    LeadData row =
        new LeadData(
            cui,
            false,
            company(
                "Exemplu Nou SRL", new AddressData(County.CJ, "DEJ", null, "405200"), null, null),
            new NotesData(null, "Sună vinerea.", Priority.NORMAL, List.of("nou")),
            null,
            List.of(
                new PersonData("IOANA MURESAN", null, List.of("0733 123 456"), List.of(), false),
                STEFAN),
            List.of(
                new SiteData("depozit", County.CJ, "Gherla", "Str. Scurtă 2", null),
                new SiteData("Siloz", County.TM, "Lugoj", "Str. Mare 3", null)));
    assertThat(only(DuplicateRule.UPDATE, row)).isInstanceOf(Updated.class);

    LeadView lead = show(id);
    assertThat(lead.company().name()).isEqualTo("Exemplu Nou SRL");
    assertThat(lead.company().address().inOneLine()).isEqualTo("Str. Lungă 1, DEJ, Cluj, 405200");
    assertThat(lead.company().vat().orElseThrow().state()).isEqualTo(VatState.PAYER);
    assertThat(lead.company().phone()).isPresent();
    assertThat(lead.details().source().orElseThrow()).hasToString("Târg");
    assertThat(lead.details().notes()).contains("Sună vinerea.");
    assertThat(lead.details().priority()).isEqualTo(Priority.URGENT);
    assertThat(lead.details().tags()).hasToString("[nou, vest]");
    ContactPersonView ioana = lead.contactPersons().get(1);
    assertThat(ioana.name()).isEqualTo("IOANA MURESAN");
    assertThat(ioana.role()).contains("Director");
    assertThat(ioana.phones()).hasToString("[+40733123456]");
    assertThat(ioana.emails()).hasToString("[ioana@exemplu.ro]");
    assertThat(lead.contactPersons().get(0).name()).isEqualTo("Ștefan Țuțea");
    assertThat(lead.workPoints()).hasSize(2);
    assertThat(lead.workPoints().get(0).address().street()).contains("Str. Scurtă 2");
    assertThat(lead.workPoints().get(0).address().postalCode()).isPresent();
    assertThat(events(id).subList(3, events(id).size()))
        .extracting(event -> (Object) event.getClass())
        .containsExactly(
            LeadFieldChanged.class,
            LeadFieldChanged.class,
            LeadFieldChanged.class,
            LeadFieldChanged.class,
            LeadFieldChanged.class,
            ContactPersonChanged.class,
            ContactPersonAdded.class,
            WorkPointChanged.class,
            WorkPointAdded.class);
    assertThat(events(id))
        .contains(
            new LeadFieldChanged(
                LeadField.NAME, Optional.of("Exemplu SRL"), Optional.of("Exemplu Nou SRL")),
            new ContactPersonChanged(ioana.id(), List.of(PersonField.NAME, PersonField.PHONES)));
  }

  @Test
  void the_street_of_another_place_is_forgotten_with_the_place() {
    LeadData first = row("Exemplu SRL");
    LeadId id = idOf(only(DuplicateRule.SKIP, first));
    only(
        DuplicateRule.UPDATE,
        LeadData.of(
            first.cui(),
            CompanyData.of("Exemplu SRL", new AddressData(County.CJ, "Gherla", null, null)),
            NotesData.NONE));
    assertThat(show(id).company().address().street()).isEmpty();
  }

  @Test
  void a_row_that_says_nothing_new_changes_nothing() {
    LeadData row =
        new LeadData(
            Cuis.next().digits(),
            false,
            company("Exemplu SRL", DEJ, VatState.PAYER, "0264 123 456"),
            new NotesData("Târg", "Sună.", Priority.URGENT, List.of("vest")),
            ANA.id(),
            List.of(IOANA, STEFAN),
            List.of(DEPOZIT));
    LeadId id = idOf(only(DuplicateRule.UPDATE, row));
    LeadView before = show(id);
    clock.advance(Duration.ofHours(1));
    assertThat(only(DuplicateRule.UPDATE, row)).isEqualTo(new Skipped(id));
    assertThat(show(id)).isEqualTo(before);
    assertThat(log()).hasSize(4);
  }

  @Test
  void several_rows_of_a_company_are_written_into_it_one_after_another() {
    LeadData first = row("Exemplu SRL");
    LeadData priority =
        LeadData.of(first.cui(), EXEMPLU, new NotesData(null, null, Priority.HIGH, List.of()));
    List<RowResult> fresh =
        add(DuplicateRule.UPDATE, first, first, named(first, "Altfel SRL"), priority);
    LeadId id = idOf(fresh.get(0));
    LeadRef ref = new LeadRef(id, show(id).version());
    assertThat(fresh)
        .containsExactly(new Added(ref), new Skipped(id), new Updated(ref), new Updated(ref));
    assertThat(show(id).details().priority()).isEqualTo(Priority.HIGH);
    assertThat(show(id).company().name()).isEqualTo("Exemplu SRL");
    assertThat(events(id)).endsWith(new LeadPriorityChanged(Priority.NORMAL, Priority.HIGH));

    LeadData vat =
        LeadData.of(first.cui(), company("Exemplu SRL", DEJ, VatState.PAYER, null), NotesData.NONE);
    List<RowResult> there = add(DuplicateRule.UPDATE, named(first, "Altfel SRL"), vat);
    LeadRef next = new LeadRef(id, ref.version().next());
    assertThat(there).containsExactly(new Updated(next), new Updated(next));
    assertThat(show(id).version()).isEqualTo(next.version());
    assertThat(events(id))
        .contains(new VatStatusChanged(Optional.empty(), Optional.of(VatState.PAYER)));
  }

  @Test
  void a_row_that_would_give_a_lead_too_many_people_or_sites_fails_alone_and_whole() {
    LeadData first =
        new LeadData(
            Cuis.next().digits(),
            false,
            EXEMPLU,
            NotesData.NONE,
            null,
            people(ContactPersons.MAX, "A"),
            sites(Lead.MAX_WORK_POINTS, "A"));
    LeadId id = idOf(only(DuplicateRule.SKIP, first));
    LeadView before = show(id);
    LeadData person =
        new LeadData(
            first.cui(),
            false,
            CompanyData.of("Altfel SRL", DEJ),
            NotesData.NONE,
            null,
            people(1, "B"),
            List.of());
    LeadData site =
        new LeadData(
            first.cui(),
            false,
            CompanyData.of("Altfel SRL", DEJ),
            NotesData.NONE,
            null,
            List.of(),
            sites(1, "B"));
    List<RowResult> results = add(DuplicateRule.UPDATE, person, site, row("Bun SRL"));
    assertThat(faults(results.get(0))).containsExactly("contactPersons too-many");
    assertThat(faults(results.get(1))).containsExactly("workPoints too-many");
    assertThat(results.get(2)).isInstanceOf(Added.class);
    assertThat(show(id)).isEqualTo(before);
  }

  // ---- once ----

  @Test
  void the_same_batch_under_the_same_key_is_done_once_and_answered_alike() {
    AddLeads.Command command =
        new AddLeads.Command(
            List.of(row("Exemplu SRL"), LeadData.of("x", EXEMPLU, NotesData.NONE)),
            DuplicateRule.REFUSE);
    AddLeads.Result first = leads.addAll(Caller.of(ANA).once("import-1"), command);
    assertThat(leads.addAll(Caller.of(ANA).once("import-1"), command)).isEqualTo(first);
    assertThat(log()).hasSize(1);
  }

  // ---- words ----

  private static LeadData row(String name) {
    return LeadData.of(Cuis.next().digits(), CompanyData.of(name, DEJ), NotesData.NONE);
  }

  private static LeadData named(LeadData row, String name) {
    return LeadData.of(row.cui(), CompanyData.of(name, DEJ), NotesData.NONE);
  }

  private static LeadData owned(String cui, UserId owner) {
    return new LeadData(cui, false, EXEMPLU, NotesData.NONE, owner, List.of(), List.of());
  }

  private static CompanyData company(String name, AddressData address, VatState vat, String phone) {
    return new CompanyData(name, address, null, vat, null, null, null, null, phone, null, null);
  }

  private static List<PersonData> people(int number, String name) {
    return IntStream.range(0, number)
        .mapToObj(i -> new PersonData(name + i, null, List.of(), List.of(), false))
        .toList();
  }

  private static List<SiteData> sites(int number, String name) {
    return IntStream.range(0, number)
        .mapToObj(i -> new SiteData(name + i, County.CJ, "Dej", "Str. Lungă", null))
        .toList();
  }

  private RowResult only(DuplicateRule rule, LeadData row) {
    return add(rule, row).get(0);
  }

  private List<RowResult> add(DuplicateRule rule, LeadData... rows) {
    return add(rule, List.of(rows));
  }

  private List<RowResult> add(DuplicateRule rule, List<LeadData> rows) {
    return leads.addAll(Caller.of(ANA), new AddLeads.Command(rows, rule)).rows();
  }

  private List<RowResult> addBy(Actor actor, DuplicateRule rule, LeadData row) {
    return leads.addAll(Caller.of(actor), new AddLeads.Command(List.of(row), rule)).rows();
  }

  private static LeadId idOf(RowResult result) {
    return ((Added) result).lead().id();
  }

  private static List<String> faults(RowResult result) {
    return ((Failed) result)
        .faults().stream().map(fault -> fault.field() + " " + fault.code()).toList();
  }

  private static List<Optional<LeadId>> optionals(List<LeadId> ids) {
    return ids.stream().map(Optional::of).toList();
  }

  private LeadView show(LeadId id) {
    return leads.show(MARIA, new ShowLead.Query(id));
  }

  private List<LeadEvent> events(LeadId id) {
    List<LeadEvent> events =
        new ArrayList<>(entries(id).stream().map(TimelineEntry::event).toList());
    Collections.reverse(events);
    return events;
  }

  private List<TimelineEntry> entries(LeadId id) {
    return injector.getInstance(Timeline.class).of(id, Optional.empty(), 1000);
  }

  private List<EventRecord> log() {
    return injector.getInstance(EventLog.class).after(EventLog.Position.BEGINNING, 1000).stream()
        .map(EventLog.Positioned::event)
        .toList();
  }
}
