package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.LeadFixture.aFullLead;
import static ro.parcurs.crm.testkit.LeadFixture.aLead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.access.LeadAccess;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.LeadSource;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.Tag;
import ro.parcurs.crm.lead.usecase.LeadCursor;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadListItem;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.LeadQueries;
import ro.parcurs.crm.lead.usecase.LeadSearch;
import ro.parcurs.crm.lead.usecase.LeadSort;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.lead.usecase.OpenTask;
import ro.parcurs.crm.pursuit.Deadline;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;

/**
 * What every {@link LeadQueries} does. The leads of each test carry a word of their own in their
 * names, by which they are told from those of other tests.
 */
public abstract class LeadQueriesContract extends PortContract {

  protected static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private static final UserId ANA = new UserId("ana");
  private static final UserId ION = new UserId("ion");

  /** In the names of all leads of this test, and of no other. */
  private final String mark = "m" + newId().toString().replace("-", "");

  protected LeadQueriesContract(Ports ports) {
    super(ports);
  }

  /** Whether the store finds misspelt words; one that can't finds nothing by them. */
  protected boolean toleratesTypos() {
    return true;
  }

  @Test
  void a_line_tells_all_there_is() {
    Lead lead = added(aFullLead().activatedFor(ION).changedAt(NOW));
    assertThat(list(LeadScope.ALL, marked(), LeadOrder.BY_NAME))
        .containsExactly(
            new LeadListItem(
                lead.id(),
                new Version(1),
                lead.cui(),
                lead.company().name(),
                LeadSearch.nameKey(lead),
                County.TM,
                "Timișoara",
                LeadState.ACTIVE,
                Priority.HIGH,
                Optional.of(new LeadSource("Târg")),
                Optional.of(ION),
                Optional.of("Ioana Mureșan"),
                lead.company().phone(),
                Optional.empty(),
                lead.added().at(),
                NOW));
  }

  @Test
  void a_line_of_a_lead_of_which_little_is_known_is_mostly_empty() {
    added(aLead());
    LeadListItem item = list(LeadScope.ALL, marked(), LeadOrder.BY_NAME).get(0);
    assertThat(item.source()).isEmpty();
    assertThat(item.owner()).isEmpty();
    assertThat(item.contact()).isEmpty();
    assertThat(item.phone()).isEmpty();
    assertThat(item.task()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "șosea",
        "ŞOSEA",
        "sosea",
        "Sose",
        "srl sosea",
        "mures",
        "MUREȘAN ioana",
        "0722 123 456",
        "0722123456",
        "+40 722 123 456",
        "722.123.456",
        "0256123456"
      })
  void leads_are_found_by_parts_of_name_contact_and_phone_however_written(String text) {
    Lead lead =
        added(
            aLead()
                .named("Șosea Nouă SRL")
                .withPhone("0256 123 456")
                .withContact("Ioana Mureșan", "0722 123 456", "ioana@exemplu.ro"));
    added(aLead().named("Drumuri Vechi SA").withPhone("0264 555 444"));
    assertFound(marked().withText(text + " " + mark), lead);
  }

  @Test
  void leads_are_found_by_the_fiscal_code_with_and_without_its_prefix() {
    Lead lead = added(aLead());
    added(aLead());
    assertFound(marked().withText(mark + " " + lead.cui()), lead);
    assertFound(marked().withText(mark + " RO" + lead.cui()), lead);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nimic", "sosea nimic", "z_sea", "sosea%x", "0799 999 999"})
  void what_stands_nowhere_finds_nothing(String text) {
    added(aLead().named("Șosea Nouă SRL"));
    assertFound(marked().withText(mark + " " + text));
  }

  @Test
  void words_of_one_or_two_signs_stand_at_the_beginning_of_a_word() {
    Lead lead = added(aLead().named("Apa Nord SA"));
    assertFound(marked().withText(mark + " s"), lead);
    assertFound(marked().withText(mark + " no ap"), lead);
    assertFound(marked().withText(mark + " or"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"popecsu", "papescu", "popesccu", "ppescu", "Popecșu", "072212346"})
  void a_misspelt_word_finds_what_is_like_it_where_the_store_can(String text) {
    Lead lead =
        added(aLead().named("Alfa").withContact("Ion Popescu", "0722 123 456", "ion@exemplu.ro"));
    added(aLead().named("Beta").withContact("Ana Mureșan", "0799 888 777", "ana@exemplu.ro"));
    if (toleratesTypos()) {
      assertFound(marked().withText(text + " " + mark), lead);
    } else {
      assertFound(marked().withText(text + " " + mark));
    }
  }

  @Test
  void what_is_spelt_so_is_not_joined_by_what_is_like_it() {
    Lead exact = added(aLead().named("Popescu"));
    added(aLead().named("Popesco"));
    assertFound(marked().withText("popescu " + mark), exact);
  }

  @Test
  void what_is_spelt_so_but_not_in_scope_does_not_hide_what_is_like_it() {
    added(aLead().named("Popescu").activatedFor(ION));
    Lead like = added(aLead().named("Popesco").activatedFor(ANA));
    LeadFilter filter = marked().withText("popescu " + mark);
    assertThat(ids(list(LeadScope.of(ANA), filter, LeadOrder.BY_NAME)))
        .isEqualTo(toleratesTypos() ? List.of(like.id()) : List.of());
    assertThat(count(LeadScope.of(ANA), filter)).isEqualTo(toleratesTypos() ? 1 : 0);
  }

  @Test
  void pages_of_what_is_like_the_words_go_on_as_they_began_and_end() {
    List<LeadId> all = new ArrayList<>();
    for (String letter : List.of("a", "b", "c")) {
      all.add(added(aLead().named("Constructii " + letter)).id());
    }
    LeadFilter misspelt = marked().withText("constrctii " + mark);
    assertThat(paged(misspelt, LeadOrder.BY_NAME)).isEqualTo(toleratesTypos() ? all : List.of());
    assertThat(paged(marked().withText("constructii " + mark), LeadOrder.BY_NAME)).isEqualTo(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "\\", "%", "_", "?!"})
  void signs_are_no_words_and_ask_for_nothing(String text) {
    Lead lead = added(aLead());
    assertFound(marked().withText(mark + " " + text), lead);
  }

  @Test
  void a_search_follows_the_lead_as_it_changes() {
    Lead lead = added(aLead().named("Alfa").withContact("Ioana", "0722123456", "ioana@exemplu.ro"));
    Lead changed = lead.remove(lead.contactPersons().all().get(0).id(), lead.added());
    inTransaction(() -> leads().save(changed));
    assertFound(marked().withText(mark + " ioana"));
    assertFound(marked().withText(mark + " 0722123456"));
    assertFound(marked().withText(mark + " alfa"), lead);
  }

  @Test
  void each_part_of_the_filter_matters() {
    Lead wanted =
        added(
            aLead()
                .in(County.IS)
                .of(Priority.URGENT)
                .from("Târg")
                .with(lead -> lead.activate(ANA, Priority.URGENT, lead.added())));
    added(aLead().in(County.CJ).ownedBy(ION));
    added(aLead().in(County.BV).from("Site"));

    assertFound(marked().withStates(Set.of(LeadState.ACTIVE)), wanted);
    assertFound(marked().withOwners(Set.of(ANA), false), wanted);
    assertFound(marked().withPriorities(Set.of(Priority.URGENT, Priority.HIGH)), wanted);
    assertFound(marked().withCounties(Set.of(County.IS)), wanted);
    assertFound(marked().withSources(Set.of(new LeadSource("Târg"))), wanted);
    assertThat(count(LeadScope.ALL, marked())).isEqualTo(3);
    assertThat(
            count(LeadScope.ALL, marked().withStates(Set.of(LeadState.ACTIVE, LeadState.INACTIVE))))
        .isEqualTo(3);
    assertFound(marked().withStates(Set.of(LeadState.ACTIVE)).withCounties(Set.of(County.CJ)));
  }

  @Test
  void leads_have_one_of_the_tags_that_are_asked_for() {
    Lead west = added(aFullLead().named("a"));
    added(aLead().named("b"));
    assertFound(marked().withTags(Set.of(new Tag("vest"), new Tag("est"))), west);
    assertFound(marked().withTags(Set.of(new Tag("agricol"))), west);
    assertFound(marked().withTags(Set.of(new Tag("est"))));
  }

  @Test
  void leads_without_an_owner_can_be_asked_for_alone_or_beside_those_of_owners() {
    Lead anas = added(aLead().named("a").ownedBy(ANA));
    added(aLead().named("b").ownedBy(ION));
    Lead nobodys = added(aLead().named("c"));
    assertFound(marked().withOwners(Set.of(), true), nobodys);
    assertFound(marked().withOwners(Set.of(ANA), true), anas, nobodys);
  }

  @Test
  void a_lead_without_an_open_responsibility_is_at_no_step_and_never_late() {
    added(aLead());
    assertFound(marked().withSteps(Set.of(Step.values())));
    assertFound(marked().withOverdue(true));
  }

  @Test
  void a_line_tells_the_open_responsibility_and_none_that_is_over() {
    Lead lead = added(aLead().activatedFor(ANA));
    Responsibility first = opened(lead, Step.PROSPECT_CONTACT, ION, NOW.plusSeconds(60));
    assertThat(task(lead))
        .contains(new OpenTask(Step.PROSPECT_CONTACT, ION, new Deadline(NOW.plusSeconds(60))));

    inTransaction(() -> responsibilities().save(first.cancel(lead.added())));
    assertThat(task(lead)).isEmpty();
  }

  @Test
  void steps_are_those_of_the_open_responsibility() {
    Lead contacted = added(aLead().named("a").activatedFor(ANA));
    opened(contacted, Step.PROSPECT_CONTACT, ANA, NOW);
    Lead met = added(aLead().named("b").activatedFor(ANA));
    opened(met, Step.MEETING_EVALUATION, ANA, NOW);
    assertFound(marked().withSteps(Set.of(Step.MEETING_EVALUATION)), met);
    assertFound(
        marked().withSteps(Set.of(Step.PROSPECT_CONTACT, Step.MEETING_EVALUATION)), contacted, met);
  }

  @Test
  void a_lead_is_overdue_once_the_deadline_of_its_open_responsibility_is_past() {
    Lead late = added(aLead().named("a").activatedFor(ANA));
    opened(late, Step.PROSPECT_CONTACT, ANA, NOW.minusNanos(1000));
    Lead due = added(aLead().named("b").activatedFor(ANA));
    opened(due, Step.PROSPECT_CONTACT, ANA, NOW);
    Lead done = added(aLead().named("c").activatedFor(ANA));
    Responsibility over = opened(done, Step.PROSPECT_CONTACT, ANA, NOW.minusSeconds(60));
    inTransaction(() -> responsibilities().save(over.cancel(done.added())));
    assertFound(marked().withOverdue(true), late);
  }

  @Test
  void an_assignee_sees_the_lead_only_while_the_responsibility_is_open() {
    Lead lead = added(aLead().activatedFor(ANA));
    Responsibility open = opened(lead, Step.PROSPECT_CONTACT, ION, NOW);
    assertScope(LeadScope.of(ION), lead);
    assertThat(leads().accessOf(lead.id()))
        .isEqualTo(new LeadAccess(lead.id(), Optional.of(ANA), Optional.of(ION), false));

    inTransaction(() -> responsibilities().save(open.cancel(lead.added())));
    assertScope(LeadScope.of(ION));
    assertThat(leads().accessOf(lead.id()).assignee()).isEmpty();
  }

  @Test
  void leads_without_a_deadline_come_last_in_either_direction() {
    Lead none = added(aLead());
    Lead late = added(aLead().activatedFor(ANA));
    opened(late, Step.PROSPECT_CONTACT, ANA, NOW.plusSeconds(2));
    Lead early = added(aLead().activatedFor(ANA));
    opened(early, Step.PROSPECT_CONTACT, ANA, NOW.plusSeconds(1));
    assertThat(ids(list(LeadScope.ALL, marked(), new LeadOrder(LeadSort.DEADLINE, false))))
        .containsExactly(early.id(), late.id(), none.id());
    assertThat(ids(list(LeadScope.ALL, marked(), new LeadOrder(LeadSort.DEADLINE, true))))
        .containsExactly(late.id(), early.id(), none.id());
  }

  @Test
  void lists_and_counts_show_nothing_that_the_scope_does_not_hold() {
    Lead owned = added(aLead().named("a").activatedFor(ANA));
    Lead others = added(aLead().named("b").activatedFor(ION));
    Lead unowned = added(aLead().named("c"));
    Lead inactiveOfOthers = added(aLead().named("d").ownedBy(ION));
    Lead unownedActive =
        added(
            aLead()
                .named("e")
                .activatedFor(ION)
                .with(lead -> lead.assignTo(Optional.empty(), lead.added())));

    assertScope(LeadScope.ALL, owned, others, unowned, inactiveOfOthers, unownedActive);
    assertScope(LeadScope.NONE);
    assertScope(LeadScope.of(ANA), owned, unowned);
    assertScope(LeadScope.of(ION), others, unowned, inactiveOfOthers);
    assertScope(LeadScope.of(new UserId("nobody")), unowned);
  }

  @Test
  void the_scope_holds_whatever_the_filter_asks_for() {
    added(aLead().activatedFor(ION));
    assertThat(count(LeadScope.of(ANA), marked().withOwners(Set.of(ION), true))).isZero();
    assertThat(list(LeadScope.of(ANA), marked().withOwners(Set.of(ION), true), LeadOrder.BY_NAME))
        .isEmpty();
  }

  @Test
  void names_are_ordered_without_regard_to_case_and_diacritics() {
    Lead third = added(aLead().named("ținta"));
    Lead first = added(aLead().named("Șosea"));
    Lead second = added(aLead().named("SUD"));
    assertThat(ids(list(LeadScope.ALL, marked(), LeadOrder.BY_NAME)))
        .containsExactly(first.id(), second.id(), third.id());
    assertThat(ids(list(LeadScope.ALL, marked(), new LeadOrder(LeadSort.NAME, true))))
        .containsExactly(third.id(), second.id(), first.id());
  }

  @Test
  void priorities_are_ordered_by_weight() {
    Lead normal = added(aLead().of(Priority.NORMAL));
    Lead urgent = added(aLead().of(Priority.URGENT));
    Lead low = added(aLead().of(Priority.LOW));
    Lead high = added(aLead().of(Priority.HIGH));
    assertThat(ids(list(LeadScope.ALL, marked(), new LeadOrder(LeadSort.PRIORITY, true))))
        .containsExactly(urgent.id(), high.id(), normal.id(), low.id());
  }

  @Test
  void changes_are_ordered_by_their_time() {
    Lead late = added(aLead().changedAt(NOW.plusNanos(1000)));
    Lead early = added(aLead().changedAt(NOW));
    assertThat(ids(list(LeadScope.ALL, marked(), new LeadOrder(LeadSort.CHANGED, false))))
        .containsExactly(early.id(), late.id());
  }

  @ParameterizedTest
  @EnumSource
  void pages_hold_every_lead_once_in_the_order_of_the_whole(LeadSort sort) {
    for (int i = 0; i < 7; i++) {
      Lead lead =
          added(
              aLead()
                  .named("Firma " + i / 2)
                  .of(i % 2 == 0 ? Priority.LOW : Priority.HIGH)
                  .activatedFor(ANA)
                  .changedAt(NOW.plusSeconds(i / 3)));
      if (i > 1) {
        opened(lead, Step.PROSPECT_CONTACT, ANA, NOW.plusSeconds(i / 4));
      }
    }
    for (boolean descending : List.of(false, true)) {
      LeadOrder order = new LeadOrder(sort, descending);
      List<LeadListItem> whole = list(LeadScope.ALL, marked(), order);
      assertThat(whole).hasSize(7);
      assertThat(paged(marked(), order)).isEqualTo(ids(whole));
    }
  }

  private List<LeadId> paged(LeadFilter filter, LeadOrder order) {
    List<LeadId> paged = new ArrayList<>();
    Optional<LeadCursor> after = Optional.empty();
    do {
      List<LeadListItem> page = queries().list(LeadScope.ALL, filter, NOW, order, after, 2);
      paged.addAll(ids(page));
      after =
          page.isEmpty()
              ? Optional.empty()
              : Optional.of(LeadCursor.of(token(page.get(page.size() - 1), order)));
    } while (after.isPresent());
    return paged;
  }

  /** As the use case makes it: what is ordered by, and the identity. */
  private static String token(LeadListItem item, LeadOrder order) {
    String key =
        switch (order.by()) {
          case NAME -> item.nameKey();
          case PRIORITY -> item.priority().name();
          case DEADLINE ->
              item.task()
                  .map(task -> task.deadline().at())
                  .orElse(LeadCursor.missingDeadline(order))
                  .toString();
          case ADDED -> item.addedAt().toString();
          case CHANGED -> item.changedAt().toString();
        };
    return new LeadCursor(order, key, item.id()).token();
  }

  /** The leads of this test. */
  protected final LeadFilter marked() {
    return LeadFilter.ALL.withText(mark);
  }

  /** Adds a lead of this test. */
  protected final Lead added(LeadFixture fixture) {
    Lead lead = fixture.named(fixture.build().company().name() + " " + mark).build();
    // what was changed last stays so
    Lead marked = lead.edit(lead.company(), lead.details(), fixture.build().changed());
    inTransaction(() -> leads().add(marked));
    return leads().get(marked.id());
  }

  protected final void assertFound(LeadFilter filter, Lead... expected) {
    assertThat(ids(list(LeadScope.ALL, filter, LeadOrder.BY_NAME)))
        .containsExactlyElementsOf(List.of(expected).stream().map(Lead::id).toList());
    assertThat(count(LeadScope.ALL, filter)).isEqualTo(expected.length);
  }

  protected final void assertScope(LeadScope scope, Lead... expected) {
    assertThat(ids(list(scope, marked(), LeadOrder.BY_NAME)))
        .containsExactlyElementsOf(List.of(expected).stream().map(Lead::id).toList());
    assertThat(count(scope, marked())).isEqualTo(expected.length);
  }

  protected final List<LeadListItem> list(LeadScope scope, LeadFilter filter, LeadOrder order) {
    return queries().list(scope, filter, NOW, order, Optional.empty(), 100);
  }

  private long count(LeadScope scope, LeadFilter filter) {
    return queries().count(scope, filter, NOW).counted();
  }

  private static List<LeadId> ids(List<LeadListItem> items) {
    return items.stream().map(LeadListItem::id).toList();
  }

  private LeadQueries queries() {
    return port(LeadQueries.class);
  }

  private Leads leads() {
    return port(Leads.class);
  }

  private Optional<OpenTask> task(Lead lead) {
    return list(LeadScope.ALL, marked(), LeadOrder.BY_NAME).stream()
        .filter(item -> item.id().equals(lead.id()))
        .findFirst()
        .flatMap(LeadListItem::task);
  }

  private Responsibility opened(Lead lead, Step step, UserId assignee, Instant deadline) {
    Pursuit pursuit =
        Pursuit.begin(new PursuitId(newId()), lead.id(), Optional.empty(), lead.added());
    Responsibility open =
        Responsibility.open(
            new ResponsibilityId(newId()),
            lead.id(),
            pursuit.id(),
            step,
            assignee,
            new Deadline(deadline),
            lead.added());
    inTransaction(
        () -> {
          port(Pursuits.class).add(pursuit);
          responsibilities().add(open);
        });
    return responsibilities().get(open.id());
  }

  private Responsibilities responsibilities() {
    return port(Responsibilities.class);
  }
}
