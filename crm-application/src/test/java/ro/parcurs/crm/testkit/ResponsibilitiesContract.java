package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.LeadFixture.aLead;
import static ro.parcurs.crm.testkit.PursuitFixture.BY_ANA;
import static ro.parcurs.crm.testkit.PursuitFixture.BY_ION;
import static ro.parcurs.crm.testkit.PursuitFixture.TOMORROW;
import static ro.parcurs.crm.testkit.PursuitFixture.aBusy;
import static ro.parcurs.crm.testkit.PursuitFixture.aPursuit;
import static ro.parcurs.crm.testkit.PursuitFixture.anOpen;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.pursuit.Closure;
import ro.parcurs.crm.pursuit.ContractFact;
import ro.parcurs.crm.pursuit.OfferFact;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.PursuitDocuments;
import ro.parcurs.crm.pursuit.RefusalReason;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.ResponsibilityState;
import ro.parcurs.crm.pursuit.SheetFact;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;

/** What every {@link Responsibilities} does. */
public abstract class ResponsibilitiesContract extends PortContract {

  private static final PursuitDocuments ALL_DONE =
      new PursuitDocuments(SheetFact.FINALISED, OfferFact.WITH_CLIENT, new ContractFact.Complete());
  private static final List<Closure> CLOSURES =
      List.of(
          new Closure.Postponed(TOMORROW),
          new Closure.Refused(new RefusalReason(Optional.of("PRICE"), Optional.empty())),
          new Closure.Refused(new RefusalReason(Optional.empty(), Optional.of("nu mai vor"))));

  protected ResponsibilitiesContract(Ports ports) {
    super(ports);
  }

  @Test
  void what_is_added_is_read_back_whole() {
    for (Step step : Step.values()) {
      Responsibility bare = added(anOpen(step, aStoredPursuit()));
      assertThat(stored(bare)).isEqualTo(at(1, bare));
      Responsibility busy = added(aBusy(step, aStoredPursuit()));
      assertThat(stored(busy)).isEqualTo(at(1, busy));
    }
  }

  @Test
  void what_is_saved_is_read_back_whole_including_every_contact_attempt() {
    Pursuit pursuit = aStoredPursuit();
    Responsibility bare = added(anOpen(Step.PROSPECT_CONTACT, pursuit));
    Responsibility.Snapshot empty = responsibilities().get(bare.id()).snapshot();
    Responsibility busy = aBusy(Step.MEETING_EVALUATION, pursuit);
    Responsibility changed =
        Responsibility.rebuild(
            new Responsibility.Snapshot(
                empty.id(),
                empty.lead(),
                empty.pursuit(),
                empty.step(),
                new UserId("ion"),
                TOMORROW,
                busy.progress(),
                Optional.empty(),
                empty.opened(),
                BY_ION,
                empty.version()));
    save(changed);
    assertThat(stored(bare)).isEqualTo(at(2, changed));

    Responsibility more =
        responsibilities()
            .get(bare.id())
            .writeSummary("altfel", BY_ANA)
            .record(changed.progress().contactAttempts().get(1))
            .cancel(changed.progress().meetings().get(2).id(), BY_ANA);
    save(more);
    assertThat(stored(bare)).isEqualTo(at(3, more));
  }

  @Test
  void a_forgotten_person_is_not_stored_any_more() {
    Responsibility busy = added(aBusy(Step.PROSPECT_CONTACT, aStoredPursuit()));
    Responsibility without =
        responsibilities()
            .get(busy.id())
            .forget(busy.progress().contactAttempts().get(0).person().orElseThrow());
    save(without);
    assertThat(stored(busy)).isEqualTo(at(2, without));
  }

  @Test
  void every_ending_is_read_back_whole() {
    for (Closure closure : CLOSURES) {
      closed(anOpen(Step.MEETING_EVALUATION, aStoredPursuit()), closure);
    }
    closed(
        aBusy(Step.OFFER_NEGOTIATION, aStoredPursuit()),
        new Closure.OpenNext(new UserId("ion"), TOMORROW, true));
    closed(anOpen(Step.CONTRACTING, aStoredPursuit()), new Closure.Completed());

    Responsibility open = added(anOpen(Step.CONTRACTING, aStoredPursuit()));
    Responsibility cancelled = responsibilities().get(open.id()).cancel(BY_ION);
    save(cancelled);
    assertThat(stored(open)).isEqualTo(at(2, cancelled));
  }

  @Test
  void a_change_that_was_not_saved_is_not_seen() {
    Responsibility open = added(anOpen(Step.CONTRACTING, aStoredPursuit()));
    responsibilities().get(open.id()).cancel(BY_ION);
    assertThat(stored(open)).isEqualTo(at(1, open));
  }

  @Test
  void a_responsibility_that_changed_since_it_was_read_is_not_overwritten() {
    Responsibility open = added(anOpen(Step.CONTRACTING, aStoredPursuit()));
    Responsibility first = responsibilities().get(open.id()).reassign(new UserId("ion"), BY_ION);
    Responsibility second = responsibilities().get(open.id()).cancel(BY_ANA);
    save(first);
    assertThatThrownBy(() -> save(second))
        .isInstanceOfSatisfying(
            ConcurrentChange.class, refusal -> assertThat(refusal.winner()).isEqualTo(BY_ION));
    assertThat(stored(open)).isEqualTo(at(2, first));
  }

  @Test
  void a_lead_has_one_open_responsibility_at_most() {
    Pursuit pursuit = aStoredPursuit();
    Responsibility first = added(anOpen(Step.CONTRACTING, pursuit));
    Responsibility second = anOpen(Step.PROSPECT_CONTACT, pursuit);
    assertThatThrownBy(() -> added(second))
        .isInstanceOfSatisfying(
            AlreadyExists.class,
            refusal -> assertThat(refusal.existing()).isEqualTo(first.id().toString()));
    assertThatThrownBy(() -> responsibilities().get(second.id())).isInstanceOf(NotFound.class);

    save(responsibilities().get(first.id()).cancel(BY_ION));
    added(second);
    assertThat(responsibilities().findOpen(pursuit.lead()).map(Responsibility::id))
        .contains(second.id());
  }

  @Test
  void the_open_one_is_that_of_the_lead() {
    Responsibility open = added(anOpen(Step.CONTRACTING, aStoredPursuit()));
    assertThat(responsibilities().findOpen(open.lead()).map(Responsibility::snapshot))
        .contains(at(1, open));
    assertThat(responsibilities().findOpen(aStoredPursuit().lead())).isEmpty();
    save(responsibilities().get(open.id()).cancel(BY_ION));
    assertThat(responsibilities().findOpen(open.lead())).isEmpty();
  }

  @Test
  void those_of_a_lead_are_listed_the_last_opened_first() {
    Pursuit pursuit = aStoredPursuit();
    Responsibility first = added(aBusy(Step.PROSPECT_CONTACT, pursuit));
    save(responsibilities().get(first.id()).cancel(BY_ION));
    Responsibility second = added(aBusy(Step.PROSPECT_CONTACT, pursuit));
    added(anOpen(Step.CONTRACTING, aStoredPursuit()));
    assertThat(responsibilities().ofLead(pursuit.lead()).stream().map(Responsibility::snapshot))
        .containsExactly(stored(second), stored(first));
    assertThat(responsibilities().ofLead(new LeadId(newId()))).isEmpty();
  }

  @Test
  void who_asks_for_a_locked_one_waits_and_reads_what_the_other_has_made_of_it() throws Exception {
    Responsibility open = added(anOpen(Step.CONTRACTING, aStoredPursuit()));
    CountDownLatch asked = new CountDownLatch(1);
    AtomicReference<Responsibility> read = new AtomicReference<>();
    Thread second =
        new Thread(
            () ->
                inTransaction(
                    () -> {
                      asked.countDown();
                      read.set(responsibilities().lock(open.id()));
                    }));
    inTransaction(
        () -> {
          Responsibility locked = responsibilities().lockOpen(open.lead()).orElseThrow();
          second.start();
          awaitAsked(asked, second);
          assertThat(read.get()).isNull();
          responsibilities().save(locked.cancel(BY_ION));
        });
    second.join(10_000);
    assertThat(read.get().snapshot()).isEqualTo(stored(open));
    assertThat(read.get().state()).isEqualTo(ResponsibilityState.CANCELLED);
  }

  @Test
  void locking_belongs_inside_a_unit_of_work_and_finds_what_is_there() {
    Responsibility open = added(aBusy(Step.CONTRACTING, aStoredPursuit()));
    assertThatThrownBy(() -> responsibilities().lock(open.id()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> responsibilities().lockOpen(open.lead()))
        .isInstanceOf(IllegalStateException.class);
    inTransaction(
        () -> {
          assertThat(responsibilities().lock(open.id()).snapshot()).isEqualTo(at(1, open));
          assertThat(responsibilities().lockOpen(open.lead()).map(Responsibility::snapshot))
              .contains(at(1, open));
          assertThat(responsibilities().lockOpen(new LeadId(newId()))).isEmpty();
        });
    assertThatThrownBy(
            () -> inTransaction(() -> responsibilities().lock(new ResponsibilityId(newId()))))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void one_that_is_not_there_is_not_found() {
    Responsibility unknown = anOpen(Step.CONTRACTING, aStoredPursuit());
    assertThatThrownBy(() -> responsibilities().get(new ResponsibilityId(newId())))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> save(unknown)).isInstanceOf(NotFound.class);
  }

  /** In memory the second unit of work has not even begun, so the waiting is cut short. */
  private static void awaitAsked(CountDownLatch asked, Thread second) {
    try {
      asked.await(200, TimeUnit.MILLISECONDS);
      second.join(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void closed(Responsibility open, Closure closure) {
    added(open);
    Responsibility closed = responsibilities().get(open.id()).close(closure, ALL_DONE, BY_ION);
    save(closed);
    assertThat(stored(open)).isEqualTo(at(2, closed));
  }

  private Pursuit aStoredPursuit() {
    Lead lead = aLead().build();
    Pursuit pursuit = aPursuit(lead.id());
    inTransaction(
        () -> {
          port(Leads.class).add(lead);
          port(Pursuits.class).add(pursuit);
        });
    return pursuit;
  }

  private Responsibilities responsibilities() {
    return port(Responsibilities.class);
  }

  private Responsibility added(Responsibility responsibility) {
    inTransaction(() -> responsibilities().add(responsibility));
    return responsibility;
  }

  private void save(Responsibility responsibility) {
    inTransaction(() -> responsibilities().save(responsibility));
  }

  private Responsibility.Snapshot stored(Responsibility responsibility) {
    return responsibilities().get(responsibility.id()).snapshot();
  }

  private static Responsibility.Snapshot at(long version, Responsibility responsibility) {
    Responsibility.Snapshot state = responsibility.snapshot();
    return new Responsibility.Snapshot(
        state.id(),
        state.lead(),
        state.pursuit(),
        state.step(),
        state.assignee(),
        state.deadline(),
        state.progress(),
        state.ending(),
        state.opened(),
        state.changed(),
        new Version(version));
  }
}
