package ro.parcurs.crm.lead.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.company.VatStatus;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.WorkPointId;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryCompanyRegistry;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.timeline.LeadChanged.ContactPersonAdded;
import ro.parcurs.crm.timeline.LeadChanged.ContactPersonChanged;
import ro.parcurs.crm.timeline.LeadChanged.ContactPersonRemoved;
import ro.parcurs.crm.timeline.LeadChanged.LeadAdded;
import ro.parcurs.crm.timeline.LeadChanged.LeadFieldChanged;
import ro.parcurs.crm.timeline.LeadChanged.OwnerChanged;
import ro.parcurs.crm.timeline.LeadChanged.PersonalDataErased;
import ro.parcurs.crm.timeline.LeadChanged.PersonalDataExported;
import ro.parcurs.crm.timeline.LeadChanged.WorkPointAdded;
import ro.parcurs.crm.timeline.LeadChanged.WorkPointChanged;
import ro.parcurs.crm.timeline.LeadChanged.WorkPointRemoved;
import ro.parcurs.crm.timeline.LeadEvent;
import ro.parcurs.crm.timeline.LeadField;
import ro.parcurs.crm.timeline.PersonField;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Timeline;

class LeadUseCasesTest {

  private static final AddressData DEJ = new AddressData(County.CJ, "Dej", null, null);
  private static final CompanyData EXEMPLU = CompanyData.of("Exemplu SRL", DEJ);
  private static final PersonData IOANA =
      new PersonData(
          "Ioana Mureșan", "Director", List.of("0722 123 456"), List.of("ioana@exemplu.ro"), false);
  private static final SiteData DEPOZIT =
      new SiteData("Depozit", County.CJ, "Gherla", "Str. Lungă 1", "405300");

  private final SettableClock clock = new SettableClock();
  private final Injector injector =
      Guice.createInjector(
          new InMemoryModule(),
          new CrmModule(clock, new SequentialIds(), new DefaultAccessPolicy()));
  private final LeadUseCases leads = injector.getInstance(Crm.class).leads();

  @Test
  void a_lead_is_added_inactive_with_what_is_known_of_it() {
    LeadRef ref = leads.add(by(ANA), add("RO 99020015", EXEMPLU));
    LeadView view = show(ANA, ref.id());
    assertThat(view.version()).isEqualTo(ref.version());
    assertThat(view.company().cui().digits()).isEqualTo("99020015");
    assertThat(view.company().name()).isEqualTo("Exemplu SRL");
    assertThat(view.state()).hasToString("INACTIVE");
    assertThat(view.checkDigitFails()).isFalse();
    assertThat(view.added().by()).isEqualTo(ANA.id());
    assertThat(events(ref.id()))
        .containsExactly(new LeadAdded(view.company().cui(), "Exemplu SRL"));
  }

  @Test
  void adding_an_existing_company_names_the_lead_that_it_has() {
    LeadRef ref = leads.add(by(ANA), add("99020015", EXEMPLU));
    assertThatThrownBy(() -> leads.add(by(ION), add("RO99020015", EXEMPLU)))
        .isInstanceOfSatisfying(
            AlreadyExists.class,
            refusal -> assertThat(refusal.existing()).isEqualTo(ref.id().toString()));
  }

  @Test
  void a_failing_check_digit_is_accepted_only_knowingly() {
    assertFaults(
        () -> leads.add(by(ANA), add("99020016", EXEMPLU)), Map.of("cui", "cui-check-digit"));
    LeadRef ref =
        leads.add(by(ANA), new AddLead.Command("99020016", true, EXEMPLU, NotesData.NONE, null));
    assertThat(show(ANA, ref.id()).checkDigitFails()).isTrue();
  }

  @Test
  void a_wrong_form_of_the_code_is_never_accepted() {
    assertFaults(
        () ->
            leads.add(
                by(ANA), new AddLead.Command("1439984O", true, EXEMPLU, NotesData.NONE, null)),
        Map.of("cui", "cui-format"));
  }

  @Test
  void all_that_is_missing_is_told_at_once_each_with_its_own_sentence() {
    AddLead.Command empty =
        new AddLead.Command(
            " ",
            false,
            CompanyData.of("", new AddressData(null, " ", null, null)),
            NotesData.NONE,
            null);
    assertThatThrownBy(() -> leads.add(by(ANA), empty))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            fault -> {
              assertThat(fault.violations())
                  .extracting(Violation::field)
                  .containsExactly(
                      "company.address.county", "company.address.locality", "company.name", "cui");
              assertThat(fault.violations()).extracting(Violation::code).containsOnly("required");
              assertThat(
                      fault.violations().stream()
                          .map(
                              violation ->
                                  injector
                                      .getInstance(Crm.class)
                                      .messages()
                                      .of(violation, Locale.forLanguageTag("ro"))))
                  .containsExactly(
                      "Alegeți județul.",
                      "Completați localitatea.",
                      "Completați denumirea sau numele.",
                      "Completați CUI-ul.");
            });
  }

  static Stream<Arguments> brokenCompanies() {
    return Stream.of(
        Arguments.of(company("x".repeat(201), "", "", "", "", ""), "company.name", "too-long"),
        Arguments.of(
            company("Exemplu", "J40/1", "", "", "", ""),
            "company.tradeRegisterNumber",
            "trade-register-format"),
        Arguments.of(
            company("Exemplu", "J2024012345400", "", "", "", ""),
            "company.tradeRegisterNumber",
            "trade-register-check-digit"),
        Arguments.of(
            company("Exemplu", "", "RO49AAAA1B31007593840001", "", "", ""),
            "company.iban",
            "iban-check-digits"),
        Arguments.of(company("Exemplu", "", "RO49", "", "", ""), "company.iban", "iban-format"),
        Arguments.of(
            company("Exemplu", "", "", "telefon", "", ""), "company.phone", "phone-format"),
        Arguments.of(company("Exemplu", "", "", "", "ana@", ""), "company.email", "email-format"),
        Arguments.of(
            company("Exemplu", "", "", "", "", "javascript:alert(1)"),
            "company.website",
            "website-format"),
        Arguments.of(
            company("Ex\u0000emplu", "", "", "", "", ""), "company.name", "unreadable-character"));
  }

  @ParameterizedTest
  @MethodSource("brokenCompanies")
  void a_broken_field_is_named_and_nothing_is_stored(
      CompanyData company, String field, String code) {
    assertFaults(() -> leads.add(by(ANA), add("99020015", company)), Map.of(field, code));
    assertThat(list(MARIA, LeadFilter.ALL).total().counted()).isZero();
  }

  @Test
  void an_agent_puts_nobody_else_in_charge() {
    AddLead.Command forIon =
        new AddLead.Command("99020015", false, EXEMPLU, NotesData.NONE, ION.id());
    assertThatThrownBy(() -> leads.add(by(ANA), forIon)).isInstanceOf(NotPermitted.class);
    assertThatThrownBy(
            () ->
                leads.add(
                    by(MARIA),
                    new AddLead.Command(
                        "99020015", false, EXEMPLU, NotesData.NONE, new UserId("nobody"))))
        .isInstanceOf(NotFound.class);
    LeadRef ref =
        leads.add(
            by(ANA), new AddLead.Command("99020015", false, EXEMPLU, NotesData.NONE, ANA.id()));
    assertThat(show(ANA, ref.id()).ownerName()).contains("Ana Pop");
  }

  @Test
  void an_admin_adds_no_leads() {
    assertThatThrownBy(() -> leads.add(by(DAN), add("99020015", EXEMPLU)))
        .isInstanceOf(NotPermitted.class);
  }

  @Test
  void the_same_key_adds_the_lead_once() {
    LeadRef first = leads.add(by(ANA).once("k"), add("99020015", EXEMPLU));
    assertThat(leads.add(by(ANA).once("k"), add("99020015", EXEMPLU))).isEqualTo(first);
  }

  @Test
  void every_changed_field_goes_on_the_timeline() {
    LeadRef ref = leads.add(by(ANA), add("99020015", EXEMPLU));
    LeadRef after =
        leads.edit(
            by(ION),
            new EditLead.Command(
                ref.id(),
                ref.version(),
                CompanyData.of("Exemplu Nou SRL", DEJ),
                new NotesData("Târg", " ", Priority.NORMAL, List.of())));
    assertThat(show(ANA, ref.id()).version()).isEqualTo(after.version());
    assertThat(events(ref.id()).subList(0, 2))
        .containsExactly(
            new LeadFieldChanged(LeadField.SOURCE, Optional.empty(), Optional.of("Târg")),
            new LeadFieldChanged(
                LeadField.NAME, Optional.of("Exemplu SRL"), Optional.of("Exemplu Nou SRL")));
    assertThat(entries(ref.id()).get(0).stamp().name()).isEqualTo("Ion Țuțea");
  }

  @Test
  void an_edit_that_changes_nothing_leaves_no_trace() {
    LeadRef ref = leads.add(by(ANA), add("99020015", EXEMPLU));
    LeadRef after =
        leads.edit(by(ANA), new EditLead.Command(ref.id(), ref.version(), EXEMPLU, NotesData.NONE));
    assertThat(after).isEqualTo(ref);
    assertThat(events(ref.id())).hasSize(1);
  }

  @Test
  void an_edit_of_what_somebody_else_has_changed_is_refused_and_names_them() {
    LeadRef ref = leads.add(by(ANA), add("99020015", EXEMPLU));
    EditLead.Command change =
        new EditLead.Command(
            ref.id(), ref.version(), CompanyData.of("Altfel", DEJ), NotesData.NONE);
    leads.edit(by(ION), change);
    assertThatThrownBy(() -> leads.edit(by(ANA), change))
        .isInstanceOfSatisfying(
            ConcurrentChange.class,
            refusal -> assertThat(refusal.arguments()).containsEntry("who", "Ion Țuțea"));
  }

  @Test
  void vat_that_was_filled_in_is_not_taken_for_checked() {
    LeadRef ref = leads.add(by(ANA), add("99020015", vat(VatState.PAYER)));
    assertThat(show(ANA, ref.id()).company().vat()).contains(VatStatus.declared(VatState.PAYER));
    assertThat(show(ANA, ref.id()).registry()).isEmpty();
    edit(ref, vat(VatState.NON_PAYER));
    assertThat(show(ANA, ref.id()).company().vat())
        .contains(VatStatus.declared(VatState.NON_PAYER));
  }

  @Test
  void who_may_not_open_a_lead_may_not_touch_it() {
    LeadRef ref = leads.add(by(MARIA), add("99020015", EXEMPLU));
    leads.assignOwner(by(MARIA), new AssignOwner.Command(ref.id(), ref.version(), ION.id()));
    Version seen = show(ION, ref.id()).version();
    assertThatThrownBy(() -> show(ANA, ref.id())).isInstanceOf(NotPermitted.class);
    assertThatThrownBy(
            () ->
                leads.edit(by(ANA), new EditLead.Command(ref.id(), seen, EXEMPLU, NotesData.NONE)))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(
            () -> leads.people().add(by(ANA), new AddContactPerson.Command(ref.id(), IOANA)))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(
            () -> leads.sites().add(by(ANA), new AddWorkPoint.Command(ref.id(), DEPOZIT)))
        .isInstanceOf(NotPermitted.class);
    assertThat(list(ANA, LeadFilter.ALL).items()).isEmpty();
    assertThat(list(ANA, LeadFilter.ALL).total().counted()).isZero();
    assertThat(list(ION, LeadFilter.ALL).total().counted()).isEqualTo(1);
    assertThatThrownBy(() -> show(ANA, new LeadId(new java.util.UUID(1, 1))))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void a_view_tells_what_its_reader_may_do() {
    LeadRef ref = leads.add(by(ANA), add("99020015", EXEMPLU));
    assertThat(show(ANA, ref.id()).permits(Permission.CHANGE_LEAD)).isTrue();
    assertThat(show(ANA, ref.id()).permits(Permission.ASSIGN_LEAD)).isFalse();
    assertThat(show(MARIA, ref.id()).permits(Permission.ASSIGN_LEAD)).isTrue();
    assertThat(show(DAN, ref.id()).permits(Permission.CHANGE_LEAD)).isFalse();
  }

  @Test
  void many_leads_get_an_owner_at_once_or_none_does() {
    LeadRef first = leads.add(by(ANA), add("99020015", EXEMPLU));
    LeadRef second = leads.add(by(ANA), add("990013", EXEMPLU));
    assertThat(
            leads.assignAll(
                by(MARIA), new AssignLeads.Command(Set.of(first.id(), second.id()), ION.id())))
        .isEqualTo(new AssignLeads.Result(2));
    assertThat(leads.assignAll(by(MARIA), new AssignLeads.Command(Set.of(first.id()), ION.id())))
        .isEqualTo(new AssignLeads.Result(0));
    assertThat(events(first.id()).get(0))
        .isEqualTo(
            new OwnerChanged(
                Optional.empty(),
                Optional.empty(),
                Optional.of(ION.id()),
                Optional.of("Ion Țuțea")));

    LeadId unknown = new LeadId(new java.util.UUID(9, 9));
    assertThatThrownBy(
            () ->
                leads.assignAll(
                    by(MARIA), new AssignLeads.Command(Set.of(first.id(), unknown), ANA.id())))
        .isInstanceOf(NotFound.class);
    assertThat(show(MARIA, first.id()).owner()).contains(ION.id());
    assertThatThrownBy(
            () -> leads.assignAll(by(ION), new AssignLeads.Command(Set.of(first.id()), ION.id())))
        .isInstanceOf(NotPermitted.class);
    assertFaults(
        () -> leads.assignAll(by(MARIA), new AssignLeads.Command(Set.of(), ION.id())),
        Map.of("leads", "required"));
  }

  @Test
  void the_timeline_tells_of_contact_persons_nothing_that_would_have_to_be_erased() {
    LeadRef ref = leads.add(by(ANA), add("99020015", EXEMPLU));
    AddContactPerson.Result added =
        leads.people().add(by(ANA), new AddContactPerson.Command(ref.id(), IOANA));
    LeadRef edited =
        leads
            .people()
            .edit(
                by(ANA),
                new EditContactPerson.Command(
                    ref.id(),
                    added.lead(),
                    added.person(),
                    new PersonData(
                        "Ioana Mureșan-Pop", null, List.of("0722123456"), List.of(), true)));
    assertThat(show(ANA, ref.id()).contactPersons())
        .singleElement()
        .satisfies(
            person -> {
              assertThat(person.name()).isEqualTo("Ioana Mureșan-Pop");
              assertThat(person.primary()).isTrue();
              assertThat(person.emails()).isEmpty();
            });

    ExportPersonalData.PersonalData data =
        leads.people().export(ANA, new ExportPersonalData.Command(ref.id(), added.person()));
    assertThat(data.name()).isEqualTo("Ioana Mureșan-Pop");
    assertThat(data.phones()).hasSize(1);

    assertThatThrownBy(
            () ->
                leads
                    .people()
                    .erase(
                        by(ANA),
                        new EraseContactPerson.Command(ref.id(), edited.version(), added.person())))
        .isInstanceOf(NotPermitted.class);
    leads
        .people()
        .erase(
            by(MARIA), new EraseContactPerson.Command(ref.id(), edited.version(), added.person()));

    assertThat(show(ANA, ref.id()).contactPersons()).isEmpty();
    assertThat(events(ref.id()))
        .startsWith(
            new PersonalDataErased(added.person()),
            new PersonalDataExported(added.person()),
            new ContactPersonChanged(
                added.person(), List.of(PersonField.NAME, PersonField.ROLE, PersonField.EMAILS)),
            new ContactPersonAdded(added.person()));
    assertThat(entries(ref.id()).toString())
        .doesNotContain("Ioana")
        .doesNotContain("722123456")
        .doesNotContain("ioana@");
  }

  @Test
  void a_person_taken_off_the_list_is_gone_and_the_next_becomes_the_primary_one() {
    LeadRef ref = leads.add(by(ANA), add("99020015", EXEMPLU));
    AddContactPerson.Result first =
        leads.people().add(by(ANA), new AddContactPerson.Command(ref.id(), IOANA));
    AddContactPerson.Result second =
        leads.people().add(by(ANA), new AddContactPerson.Command(ref.id(), IOANA));
    LeadRef after =
        leads
            .people()
            .remove(
                by(ANA), new RemoveContactPerson.Command(ref.id(), second.lead(), first.person()));
    assertThat(show(ANA, ref.id()).version()).isEqualTo(after.version());
    assertThat(show(ANA, ref.id()).contactPersons())
        .singleElement()
        .satisfies(
            person -> {
              assertThat(person.id()).isEqualTo(second.person());
              assertThat(person.primary()).isTrue();
            });
    assertThat(events(ref.id()).get(0)).isEqualTo(new ContactPersonRemoved(first.person()));
  }

  @Test
  void faults_of_lists_are_named_by_their_place() {
    LeadRef ref = leads.add(by(ANA), add("99020015", EXEMPLU));
    PersonData broken =
        new PersonData(
            "",
            null,
            List.of("0722123456", "abc"),
            List.of("a@b.ro", "a@b.ro", "a@b.ro", "a@b.ro", "a@b.ro", "a@b.ro"),
            false);
    assertFaults(
        () -> leads.people().add(by(ANA), new AddContactPerson.Command(ref.id(), broken)),
        Map.of(
            "person.name", "required",
            "person.phones[1]", "phone-format",
            "person.emails", "too-many"));
  }

  @Test
  void a_person_or_site_that_is_not_there_is_not_found() {
    LeadRef ref = leads.add(by(ANA), add("99020015", EXEMPLU));
    ContactPersonId nobody = new ContactPersonId(new java.util.UUID(1, 1));
    WorkPointId nowhere = new WorkPointId(new java.util.UUID(1, 1));
    assertThatThrownBy(
            () ->
                leads
                    .people()
                    .remove(
                        by(ANA), new RemoveContactPerson.Command(ref.id(), ref.version(), nobody)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> leads.people().export(ANA, new ExportPersonalData.Command(ref.id(), nobody)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () ->
                leads
                    .sites()
                    .edit(
                        by(ANA),
                        new EditWorkPoint.Command(ref.id(), ref.version(), nowhere, DEPOZIT)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void sites_come_and_go_and_the_timeline_tells() {
    LeadRef ref = leads.add(by(ANA), add("99020015", EXEMPLU));
    AddWorkPoint.Result added =
        leads.sites().add(by(ANA), new AddWorkPoint.Command(ref.id(), DEPOZIT));
    SiteData moved = new SiteData("Depozit", County.CJ, "Gherla", "Str. Scurtă 2", null);
    LeadRef edited =
        leads
            .sites()
            .edit(
                by(ANA),
                new EditWorkPoint.Command(ref.id(), added.lead(), added.workPoint(), moved));
    leads
        .sites()
        .remove(
            by(ANA), new RemoveWorkPoint.Command(ref.id(), edited.version(), added.workPoint()));
    assertThat(show(ANA, ref.id()).workPoints()).isEmpty();
    assertThat(events(ref.id()))
        .startsWith(
            new WorkPointRemoved(added.workPoint(), "Depozit", "Str. Scurtă 2, Gherla, Cluj"),
            new WorkPointChanged(
                added.workPoint(),
                "Depozit",
                "Depozit: Str. Lungă 1, Gherla, Cluj, 405300",
                "Depozit: Str. Scurtă 2, Gherla, Cluj"),
            new WorkPointAdded(added.workPoint(), "Depozit", "Str. Lungă 1, Gherla, Cluj, 405300"));
  }

  @Test
  void without_a_registry_the_form_is_told_so() {
    assertThat(leads.lookUp(ANA, new LookUpCompany.Query("99020015", false)))
        .isEqualTo(new RegistryAnswer.NotConnected());
    assertThat(leads.lookUp(ANA, new LookUpCompany.Query("99020016", false)))
        .isEqualTo(new RegistryAnswer.InvalidCode());
    assertThat(leads.lookUp(ANA, new LookUpCompany.Query("99020016", true)))
        .isEqualTo(new RegistryAnswer.NotConnected());
    assertFaults(
        () -> leads.lookUp(ANA, new LookUpCompany.Query("abc", false)),
        Map.of("cui", "cui-format"));
  }

  @Test
  void what_the_registry_knows_is_taken_over_and_its_trouble_told() {
    Injector connected =
        Guice.createInjector(
            InMemoryModule.connected(),
            new CrmModule(clock, new SequentialIds(), new DefaultAccessPolicy()));
    LeadUseCases asking = connected.getInstance(Crm.class).leads();
    InMemoryCompanyRegistry registry = connected.getInstance(InMemoryCompanyRegistry.class);
    RegistryEntry company =
        RegistryEntry.of(Cui.of("99001137"), "Țesătoria Șoim SRL", clock.instant());
    registry.register(company);
    assertThat(asking.lookUp(ANA, new LookUpCompany.Query("RO 99001137", false)))
        .isEqualTo(new RegistryAnswer.Found(company));
    assertThat(asking.lookUp(ANA, new LookUpCompany.Query(Cuis.next().digits(), false)))
        .isEqualTo(new RegistryAnswer.NotFound());
    assertThat(asking.lookUp(ANA, new LookUpCompany.Query("99001138", true)))
        .isEqualTo(new RegistryAnswer.NotFound());

    registry.answerAlways(new RegistryAnswer.Unavailable());
    assertThat(asking.lookUp(ANA, new LookUpCompany.Query("99001137", false)))
        .isEqualTo(new RegistryAnswer.Unavailable());
    assertThat(asking.lookUp(ANA, new LookUpCompany.Query("99001138", false)))
        .as("a code whose check digit fails is not asked")
        .isEqualTo(new RegistryAnswer.InvalidCode());
    assertThatThrownBy(() -> asking.lookUp(DAN, new LookUpCompany.Query("99001137", false)))
        .isInstanceOf(NotPermitted.class);
  }

  @Test
  void a_list_is_read_page_by_page() {
    for (String cui : List.of("99020015", "990013", "9902007", "99020023", "9905")) {
      leads.add(by(ANA), add(cui, CompanyData.of("Firma " + cui, DEJ)));
    }
    LeadPage first = page(null, LeadOrder.BY_NAME);
    LeadPage second = page(first.next().orElseThrow(), LeadOrder.BY_NAME);
    LeadPage third = page(second.next().orElseThrow(), LeadOrder.BY_NAME);
    assertThat(third.next()).isEmpty();
    assertThat(
            Stream.of(first, second, third)
                .flatMap(page -> page.items().stream())
                .map(item -> item.cui().digits()))
        .containsExactly("990013", "99020015", "99020023", "9902007", "9905");
    assertThat(second.total().counted()).isEqualTo(5);

    LeadOrder other = new LeadOrder(LeadSort.NAME, true);
    String token = first.next().orElseThrow();
    assertFaults(() -> page(token, other), Map.of("after", "format"));
    assertFaults(() -> page("?", LeadOrder.BY_NAME), Map.of("after", "format"));
  }

  @Test
  void filters_are_saved_for_oneself_fifty_at_most() {
    LeadFilter filter = LeadFilter.ALL.withText("șosea");
    for (int i = 0; i < SaveFilter.MAX_FILTERS; i++) {
      leads.saveFilter(by(ANA), new SaveFilter.Command("f" + i, filter, LeadOrder.BY_NAME));
    }
    leads.saveFilter(by(ANA), new SaveFilter.Command("f0", LeadFilter.ALL, LeadOrder.BY_NAME));
    assertThat(leads.filters(ANA)).hasSize(50);
    assertThat(leads.filters(ANA).get(0).filter()).isEqualTo(LeadFilter.ALL);
    assertThat(leads.filters(ION)).isEmpty();
    assertThatThrownBy(
            () ->
                leads.saveFilter(by(ANA), new SaveFilter.Command("f50", filter, LeadOrder.BY_NAME)))
        .isInstanceOf(ro.parcurs.crm.lead.TooMany.class);
    leads.deleteFilter(by(ANA), new DeleteFilter.Command(leads.filters(ANA).get(0).id()));
    assertThat(leads.filters(ANA)).hasSize(49);
  }

  private LeadPage page(String after, LeadOrder order) {
    return leads.list(ANA, new ListLeads.Query(LeadFilter.ALL, order, after, 2));
  }

  private LeadPage list(Actor actor, LeadFilter filter) {
    return leads.list(actor, new ListLeads.Query(filter, LeadOrder.BY_NAME, null, 50));
  }

  private LeadRef edit(LeadRef ref, CompanyData company) {
    return leads.edit(
        by(ANA), new EditLead.Command(ref.id(), ref.version(), company, NotesData.NONE));
  }

  private LeadView show(Actor actor, LeadId lead) {
    return leads.show(actor, new ShowLead.Query(lead));
  }

  private List<LeadEvent> events(LeadId lead) {
    return entries(lead).stream().map(TimelineEntry::event).toList();
  }

  private List<TimelineEntry> entries(LeadId lead) {
    return injector.getInstance(Timeline.class).of(lead, Optional.empty(), 100);
  }

  private static CompanyData vat(VatState state) {
    return new CompanyData(
        "Exemplu SRL", DEJ, null, state, null, null, null, null, null, null, null);
  }

  private static CompanyData company(
      String name, String register, String iban, String phone, String email, String website) {
    return new CompanyData(name, DEJ, register, null, null, null, "", iban, phone, email, website);
  }

  private static AddLead.Command add(String cui, CompanyData company) {
    return new AddLead.Command(cui, false, company, NotesData.NONE, null);
  }

  private static Caller by(Actor actor) {
    return Caller.of(actor);
  }

  private static void assertFaults(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Map<String, String> faults) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            fault ->
                assertThat(
                        fault.violations().stream()
                            .collect(Collectors.toMap(Violation::field, Violation::code)))
                    .isEqualTo(faults));
  }
}
