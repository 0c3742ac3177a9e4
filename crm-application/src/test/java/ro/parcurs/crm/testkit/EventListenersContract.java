package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.CatalogueEvent.ItemAdded;
import ro.parcurs.crm.timeline.DomainEvent;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.work.EventListener;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventRecord;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;

/** How {@link EventListener}s are told what was kept, on every {@link UnitOfWork}. */
@ContractOf(EventListener.class)
public abstract class EventListenersContract extends PortContract {

  private final LeadId lead = new LeadId(newId());
  private final List<List<EventRecord>> heard = new ArrayList<>();
  private final SettableClock clock = new SettableClock();

  protected EventListenersContract(Ports ports) {
    super(ports);
  }

  @Test
  void a_listener_hears_the_events_of_a_unit_of_work_at_once_and_in_order() {
    ItemAdded added = new ItemAdded(new ItemId(newId()), "A-1");
    Journal journal = journal(hearing());
    inTransaction(
        () -> {
          tell(journal, 1, 2);
          inTransaction(() -> tell(journal, 3));
          journal.write(stamp(), added);
          assertThat(heard).isEmpty();
        });
    assertThat(heard).hasSize(1);
    assertThat(heard.get(0))
        .extracting(EventRecord::event)
        .containsExactly(
            new LeadActivated(1), new LeadActivated(2), new LeadActivated(3), (DomainEvent) added);
    inTransaction(() -> tell(journal, 4));
    assertThat(heard).hasSize(2);
    assertThat(heard.get(1)).extracting(EventRecord::event).containsExactly(new LeadActivated(4));
  }

  @Test
  void a_listener_hears_what_the_log_has() {
    Journal journal = journal(hearing());
    inTransaction(() -> tell(journal, 1));
    EventRecord event = heard.get(0).get(0);
    assertThat(event.lead()).contains(lead);
    assertThat(port(Timeline.class).of(lead, Optional.empty(), 1).get(0).id().value())
        .isEqualTo(event.id());
  }

  @Test
  void nobody_hears_of_what_was_rolled_back() {
    Journal journal = journal(hearing());
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      tell(journal, 1);
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    assertThat(heard).isEmpty();
    inTransaction(() -> tell(journal, 2));
    assertThat(heard).hasSize(1);
    assertThat(heard.get(0)).extracting(EventRecord::event).containsExactly(new LeadActivated(2));
  }

  @Test
  void nobody_hears_of_a_unit_of_work_in_which_nothing_happened() {
    Journal journal = journal(hearing());
    inTransaction(() -> journal.write(stamp(), lead));
    assertThat(heard).isEmpty();
  }

  @Test
  void a_listener_that_throws_harms_neither_the_use_case_nor_the_others() {
    Journal journal =
        journal(
            events -> {
              throw new IllegalStateException("a listener that fails");
            },
            events -> {
              throw new AssertionError("a listener that fails badly");
            },
            hearing());
    inTransaction(() -> tell(journal, 1));
    assertThat(heard).hasSize(1);
    assertThat(port(Timeline.class).of(lead, Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void a_listener_is_outside_the_unit_of_work_and_may_begin_its_own() {
    List<Journal> journals = new ArrayList<>();
    Journal journal =
        journal(
            events -> {
              heard.add(events);
              assertThatThrownBy(() -> tell(journals.get(0), 7)).hasMessageContaining("outside");
              if (heard.size() == 1) {
                inTransaction(() -> tell(journals.get(0), 2));
              }
            });
    journals.add(journal);
    inTransaction(() -> tell(journal, 1));
    assertThat(heard).hasSize(2);
    assertThat(port(Timeline.class).of(lead, Optional.empty(), 10)).hasSize(2);
  }

  private EventListener hearing() {
    return heard::add;
  }

  private Journal journal(EventListener... listeners) {
    Set<EventListener> inOrder = new LinkedHashSet<>(List.of(listeners));
    return new Journal(
        port(Timeline.class),
        port(EventLog.class),
        port(UnitOfWork.class),
        inOrder,
        PortContract::newId,
        clock);
  }

  private void tell(Journal journal, int... numbers) {
    List<LeadActivated> events = new ArrayList<>();
    for (int number : numbers) {
      events.add(new LeadActivated(number));
    }
    journal.write(stamp(), lead, Optional.empty(), events);
  }

  private Stamp stamp() {
    return new Stamp(new UserId("ana"), "Ana", clock.instant());
  }
}
