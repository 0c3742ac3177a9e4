package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.LeadFixture.aLead;
import static ro.parcurs.crm.testkit.PursuitFixture.BY_ANA;
import static ro.parcurs.crm.testkit.PursuitFixture.BY_ION;
import static ro.parcurs.crm.testkit.PursuitFixture.aPursuit;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.RefusalReason;
import ro.parcurs.crm.pursuit.usecase.Pursuits;

/** What every {@link Pursuits} does. */
public abstract class PursuitsContract extends PortContract {

  private static final RefusalReason REASON =
      new RefusalReason(Optional.of("PRICE"), Optional.of("cu 20 % peste „celălalt”"));

  protected PursuitsContract(Ports ports) {
    super(ports);
  }

  @Test
  void what_is_added_and_saved_is_read_back_whole() {
    Pursuit running = added(aPursuit(aStoredLead()));
    assertThat(stored(running)).isEqualTo(at(1, running));
    Pursuit refused = pursuits().get(running.id()).refused(REASON, BY_ION);
    save(refused);
    assertThat(stored(running)).isEqualTo(at(2, refused));

    Pursuit won = added(aPursuit(aStoredLead()));
    Pursuit contracted = pursuits().get(won.id()).contracted(BY_ION);
    save(contracted);
    assertThat(stored(won)).isEqualTo(at(2, contracted));
  }

  @Test
  void pursuits_of_a_lead_are_listed_the_newest_first() {
    LeadId lead = aStoredLead();
    Pursuit first = added(aPursuit(lead));
    save(pursuits().get(first.id()).givenUp(BY_ION));
    Pursuit second = added(next(first));
    assertThat(pursuits().ofLead(lead).stream().map(Pursuit::snapshot))
        .containsExactly(stored(second), stored(first));
    assertThat(pursuits().findNewest(lead).map(Pursuit::id)).contains(second.id());
    assertThat(pursuits().findNewest(aStoredLead())).isEmpty();
  }

  @Test
  void a_lead_has_one_running_pursuit_and_each_number_once() {
    Pursuit first = added(aPursuit(aStoredLead()));
    assertThatThrownBy(() -> added(next(first)))
        .isInstanceOfSatisfying(
            AlreadyExists.class,
            refusal -> assertThat(refusal.existing()).isEqualTo(first.id().toString()));
    save(pursuits().get(first.id()).givenUp(BY_ION));
    assertThatThrownBy(() -> added(aPursuit(first.lead())))
        .isInstanceOfSatisfying(
            AlreadyExists.class,
            refusal -> assertThat(refusal.existing()).isEqualTo(first.id().toString()));
  }

  @Test
  void a_pursuit_that_changed_since_it_was_read_is_not_overwritten() {
    Pursuit running = added(aPursuit(aStoredLead()));
    Pursuit one = pursuits().get(running.id()).contracted(BY_ION);
    Pursuit other = pursuits().get(running.id()).givenUp(BY_ANA);
    save(one);
    assertThatThrownBy(() -> save(other))
        .isInstanceOfSatisfying(
            ConcurrentChange.class, refusal -> assertThat(refusal.winner()).isEqualTo(BY_ION));
    assertThat(stored(running)).isEqualTo(at(2, one));
  }

  @Test
  void one_that_is_not_there_is_not_found() {
    Pursuit unknown = aPursuit(aStoredLead());
    assertThatThrownBy(() -> pursuits().get(unknown.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> save(unknown)).isInstanceOf(NotFound.class);
  }

  private static Pursuit next(Pursuit before) {
    return Pursuit.begin(new PursuitId(newId()), before.lead(), Optional.of(before), BY_ION);
  }

  private LeadId aStoredLead() {
    Lead lead = aLead().build();
    inTransaction(() -> port(Leads.class).add(lead));
    return lead.id();
  }

  private Pursuits pursuits() {
    return port(Pursuits.class);
  }

  private Pursuit added(Pursuit pursuit) {
    inTransaction(() -> pursuits().add(pursuit));
    return pursuit;
  }

  private void save(Pursuit pursuit) {
    inTransaction(() -> pursuits().save(pursuit));
  }

  private Pursuit.Snapshot stored(Pursuit pursuit) {
    return pursuits().get(pursuit.id()).snapshot();
  }

  private static Pursuit.Snapshot at(long version, Pursuit pursuit) {
    Pursuit.Snapshot state = pursuit.snapshot();
    return new Pursuit.Snapshot(
        state.id(),
        state.lead(),
        state.number(),
        state.state(),
        state.reason(),
        state.begun(),
        state.changed(),
        new Version(version));
  }
}
