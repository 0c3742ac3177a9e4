package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.LeadFixture.aFullLead;
import static ro.parcurs.crm.testkit.LeadFixture.aLead;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.access.LeadAccess;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
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
