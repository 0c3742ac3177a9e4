package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.LeadFixture.aFullLead;
import static ro.parcurs.crm.testkit.LeadFixture.aLead;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.access.LeadAccess;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.ContactPerson;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.WorkPoint;
import ro.parcurs.crm.lead.usecase.Leads;

/** What every {@link Leads} does. */
public abstract class LeadsContract extends PortContract {

  private static final UserId ANA = new UserId("ana");
  private static final Stamp BY_ION =
      new Stamp(new UserId("ion"), "Ion Țuțea", Instant.parse("2026-11-24T10:00:00.654321Z"));

  /** Whatever means something to a database's own formats of text. */
  private static final String HOSTILE = "\\N \\. {\"a\",NULL} \t\r\n\f\b \u000b '; -- ș😀 \\x41 \\";

  protected LeadsContract(Ports ports) {
    super(ports);
  }

  @Test
  void what_is_added_is_read_back_whole() {
    for (Lead lead : List.of(aLead().build(), aFullLead().build())) {
      add(lead);
      assertThat(leads().get(lead.id()).snapshot()).isEqualTo(at(1, lead));
    }
  }

  @Test
  void what_is_saved_is_read_back_whole() {
    Lead lead = added(aFullLead());
    ContactPerson leaving = lead.contactPersons().all().get(1);
    WorkPoint closing = lead.workPoints().get(0);
    Lead changed =
        lead.remove(leaving.id(), BY_ION)
            .remove(closing.id(), BY_ION)
            .activate(new UserId("ion"), Priority.URGENT, BY_ION);
    save(changed);
    assertThat(leads().get(lead.id()).snapshot()).isEqualTo(at(2, changed));

    Lead bare = leads().get(lead.id());
    for (ContactPerson person : bare.contactPersons().all()) {
      bare = bare.remove(person.id(), BY_ION);
    }
    for (WorkPoint site : bare.workPoints()) {
      bare = bare.remove(site.id(), BY_ION);
    }
    save(bare);
    assertThat(leads().get(lead.id()).snapshot()).isEqualTo(at(3, bare));
  }

  @Test
  void everything_can_become_unknown_again() {
    Lead full = added(aFullLead());
    Lead bare = aLead().build();
    Lead emptied =
        full.edit(
                new ro.parcurs.crm.company.CompanyProfile(
                    full.cui(),
                    bare.company().name(),
                    bare.company().address(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                bare.details(),
                BY_ION)
            .assignTo(Optional.empty(), BY_ION);
    save(emptied);
    assertThat(leads().get(full.id()).snapshot()).isEqualTo(at(2, emptied));
  }

  @Test
  void a_change_that_was_not_saved_is_not_seen() {
    Lead lead = added(aLead());
    lead.assignTo(Optional.of(ANA), BY_ION);
    assertThat(leads().get(lead.id()).owner()).isEmpty();
  }

  @Test
  void what_a_failed_unit_of_work_has_written_is_not_seen() {
    Lead lead = added(aLead());
    Lead other = aLead().build();
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      leads().save(lead.assignTo(Optional.of(ANA), BY_ION));
                      leads().add(other);
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(leads().get(lead.id()).snapshot()).isEqualTo(lead.snapshot());
    assertThatThrownBy(() -> leads().get(other.id())).isInstanceOf(NotFound.class);
  }

  @Test
  void a_lead_that_changed_since_it_was_read_is_not_overwritten() {
    Lead lead = added(aLead());
    save(lead.activate(ANA, Priority.HIGH, BY_ION));
    assertThatThrownBy(() -> save(lead.assignTo(Optional.of(ANA), lead.added())))
        .isInstanceOfSatisfying(
            ConcurrentChange.class, refusal -> assertThat(refusal.winner()).isEqualTo(BY_ION));
    assertThat(leads().get(lead.id()).version()).isEqualTo(new Version(2));
    assertThat(leads().get(lead.id()).changed()).isEqualTo(BY_ION);
  }

  @Test
  void a_lead_that_is_not_there_is_neither_read_nor_saved() {
    Lead lead = aLead().build();
    assertThatThrownBy(() -> leads().get(lead.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> leads().accessOf(lead.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> save(lead)).isInstanceOf(NotFound.class);
    assertThat(leads().find(lead.cui())).isEmpty();
  }

  @Test
  void a_fiscal_code_has_one_lead() {
    Lead lead = added(aLead());
    Lead twin =
        Lead.add(new LeadId(newId()), lead.company(), lead.details(), Optional.empty(), BY_ION);
    assertThatThrownBy(() -> add(twin))
        .isInstanceOfSatisfying(
            AlreadyExists.class,
            refusal -> {
              assertThat(refusal.existing()).isEqualTo(lead.id().toString());
              assertThat(refusal.arguments()).containsEntry("key", lead.cui().digits());
            });
    assertThat(leads().find(lead.cui())).contains(lead.id());
  }

  @Test
  void an_identity_has_one_lead() {
    Lead lead = added(aLead());
    Lead twin =
        Lead.add(lead.id(), aLead().build().company(), lead.details(), Optional.empty(), BY_ION);
    assertThatThrownBy(() -> add(twin)).isInstanceOf(AlreadyExists.class);
    assertThat(leads().get(lead.id()).snapshot()).isEqualTo(lead.snapshot());
  }

  @Test
  void access_is_decided_by_owner_and_state() {
    Lead unowned = added(aLead());
    assertThat(leads().accessOf(unowned.id()))
        .isEqualTo(new LeadAccess(unowned.id(), Optional.empty(), Optional.empty(), true));
    Lead active = added(aLead().activatedFor(ANA));
    assertThat(leads().accessOf(active.id()))
        .isEqualTo(new LeadAccess(active.id(), Optional.of(ANA), Optional.empty(), false));
  }

  @Test
  void of_many_who_add_the_same_company_at_once_one_wins_and_the_others_learn_who() {
    Lead first = aLead().build();
    List<Object> ends =
        Stream.generate(() -> first.company())
            .limit(8)
            .parallel()
            .map(
                company -> {
                  Lead lead =
                      Lead.add(
                          new LeadId(newId()), company, first.details(), Optional.empty(), BY_ION);
                  try {
                    add(lead);
                    return (Object) lead.id().toString();
                  } catch (AlreadyExists refusal) {
                    return refusal;
                  }
                })
            .toList();
    List<String> winners =
        ends.stream().filter(String.class::isInstance).map(String.class::cast).toList();
    assertThat(winners).hasSize(1);
    assertThat(
            ends.stream()
                .filter(AlreadyExists.class::isInstance)
                .map(refusal -> ((AlreadyExists) refusal).existing()))
        .hasSize(7)
        .containsOnly(winners.get(0));
  }

  // ---- many at once ----

  @Test
  void many_are_added_at_once_and_read_back_whole() {
    List<Lead> many =
        List.of(
            aFullLead().build(),
            aLead().build(),
            aLead().named(HOSTILE).withContact(HOSTILE, "0722 123 456", "a@exemplu.ro").build(),
            aFullLead().activatedFor(ANA).build());
    assertThat(addAll(many)).isEmpty();
    for (Lead lead : many) {
      assertThat(leads().get(lead.id()).snapshot()).isEqualTo(at(1, lead));
    }
  }

  @Test
  void adding_none_at_once_adds_none() {
    assertThat(addAll(List.of())).isEmpty();
    inTransaction(() -> leads().saveAll(List.of()));
  }

  @Test
  void of_many_those_whose_fiscal_code_has_a_lead_are_left_out_and_told() {
    Lead there = added(aFullLead());
    Lead twin =
        Lead.add(new LeadId(newId()), there.company(), there.details(), Optional.empty(), BY_ION);
    Lead other = aFullLead().build();
    assertThat(addAll(List.of(twin, other))).isEqualTo(Map.of(there.cui(), there.id()));
    assertThat(leads().get(there.id()).snapshot()).isEqualTo(there.snapshot());
    assertThat(leads().get(other.id()).snapshot()).isEqualTo(at(1, other));
    assertThatThrownBy(() -> leads().get(twin.id())).isInstanceOf(NotFound.class);
  }

  @Test
  void many_can_be_added_again_and_again_in_one_unit_of_work() {
    Lead first = aFullLead().build();
    Lead second = aFullLead().build();
    inTransaction(
        () -> {
          assertThat(leads().addAll(List.of(first))).isEmpty();
          assertThat(leads().addAll(List.of(second))).isEmpty();
          assertThat(leads().addAll(List.of(second))).isEqualTo(Map.of(second.cui(), second.id()));
          leads().saveAll(leads().lock(List.of(first.id())));
        });
    assertThat(leads().get(first.id()).snapshot()).isEqualTo(at(2, first));
    assertThat(leads().get(second.id()).snapshot()).isEqualTo(at(1, second));
  }

  @Test
  void of_many_each_has_a_fiscal_code_and_an_identity_of_its_own() {
    Lead lead = aLead().build();
    Lead twin =
        Lead.add(new LeadId(newId()), lead.company(), lead.details(), Optional.empty(), BY_ION);
    assertThatThrownBy(() -> addAll(List.of(lead, twin)))
        .isInstanceOf(IllegalArgumentException.class);
    Lead there = added(aLead());
    Lead double_ =
        Lead.add(there.id(), aLead().build().company(), lead.details(), Optional.empty(), BY_ION);
    assertThatThrownBy(() -> addAll(List.of(lead, double_))).isInstanceOf(AlreadyExists.class);
    assertThat(leads().find(lead.cui())).isEmpty();
    assertThat(leads().get(there.id()).snapshot()).isEqualTo(there.snapshot());
  }

  @Test
  void many_fiscal_codes_are_looked_up_at_once() {
    Lead one = added(aLead());
    Lead other = added(aLead());
    assertThat(leads().find(List.of(one.cui(), Cuis.next(), other.cui(), one.cui())))
        .isEqualTo(Map.of(one.cui(), one.id(), other.cui(), other.id()));
    assertThat(leads().find(List.of())).isEmpty();
  }

  @Test
  void many_are_read_to_be_changed_and_saved_at_once() {
    Lead full = added(aFullLead());
    Lead bare = added(aLead());
    List<Lead> read =
        inTransaction(
            () -> {
              List<Lead> locked =
                  leads().lock(List.of(full.id(), new LeadId(newId()), bare.id(), full.id()));
              leads().saveAll(locked.stream().map(LeadsContract::changed).toList());
              return locked;
            });
    assertThat(read)
        .extracting(Lead::snapshot)
        .containsExactlyInAnyOrder(full.snapshot(), bare.snapshot());
    assertThat(leads().get(full.id()).snapshot()).isEqualTo(at(2, changed(full)));
    assertThat(leads().get(bare.id()).snapshot()).isEqualTo(at(2, changed(bare)));
    assertThat(inTransaction(() -> leads().lock(List.of()))).isEmpty();
  }

  @Test
  void of_many_none_is_saved_when_one_changed_since_it_was_read_or_is_not_there() {
    Lead lead = added(aFullLead());
    Lead other = added(aLead());
    save(other.assignTo(Optional.of(ANA), BY_ION));
    assertThatThrownBy(() -> saveAll(List.of(changed(lead), changed(other))))
        .isInstanceOfSatisfying(
            ConcurrentChange.class, refusal -> assertThat(refusal.winner()).isEqualTo(BY_ION));
    assertThatThrownBy(() -> saveAll(List.of(changed(lead), aLead().build())))
        .isInstanceOf(NotFound.class);
    assertThat(leads().get(lead.id()).snapshot()).isEqualTo(lead.snapshot());
  }

  @Test
  void access_to_many_is_decided_as_access_to_one() {
    Lead unowned = added(aLead());
    Lead active = added(aLead().activatedFor(ANA));
    assertThat(leads().accessOf(List.of(unowned.id(), active.id(), new LeadId(newId()))))
        .isEqualTo(
            Map.of(
                unowned.id(),
                leads().accessOf(unowned.id()),
                active.id(),
                leads().accessOf(active.id())));
    assertThat(leads().accessOf(List.<LeadId>of())).isEmpty();
  }

  @Test
  void many_are_added_and_saved_only_in_a_unit_of_work() {
    Lead lead = added(aLead());
    assertThatThrownBy(() -> leads().addAll(List.of(aLead().build())))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> leads().saveAll(List.of(lead)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Lead changed(Lead lead) {
    Lead changed = lead.activate(ANA, Priority.URGENT, BY_ION);
    for (WorkPoint site : lead.workPoints()) {
      changed = changed.remove(site.id(), BY_ION);
    }
    return changed;
  }

  private Map<Cui, LeadId> addAll(List<Lead> many) {
    return inTransaction(() -> leads().addAll(many));
  }

  private void saveAll(List<Lead> many) {
    inTransaction(() -> leads().saveAll(many));
  }

  private Leads leads() {
    return port(Leads.class);
  }

  private Lead added(LeadFixture fixture) {
    Lead lead = fixture.build();
    add(lead);
    return leads().get(lead.id());
  }

  private void add(Lead lead) {
    inTransaction(() -> leads().add(lead));
  }

  private void save(Lead lead) {
    inTransaction(() -> leads().save(lead));
  }

  private static Lead.Snapshot at(long version, Lead lead) {
    Lead.Snapshot state = lead.snapshot();
    return new Lead.Snapshot(
        state.id(),
        state.company(),
        state.details(),
        state.owner(),
        state.state(),
        state.contactPersons(),
        state.workPoints(),
        state.added(),
        state.changed(),
        new Version(version));
  }
}
