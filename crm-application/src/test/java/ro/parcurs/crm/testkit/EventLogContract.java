package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.timeline.CatalogueEvent.ItemAdded;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventLog.Position;
import ro.parcurs.crm.work.EventLog.Positioned;
import ro.parcurs.crm.work.EventRecord;
import ro.parcurs.crm.work.UnitOfWork;

/** What every {@link EventLog} does. */
public abstract class EventLogContract extends PortContract {

  private static final Stamp STAMP =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00.123456Z"));

  protected EventLogContract(Ports ports) {
    super(ports);
  }

  @Test
  void an_event_is_read_back_whole() {
    Position end = end();
    EventRecord ofLead =
        new EventRecord(
            newId(),
            Optional.of(new LeadId(newId())),
            Optional.of(new PursuitId(newId())),
            STAMP,
            new LeadActivated(3));
    EventRecord ofCatalogue =
        new EventRecord(
            newId(),
            Optional.empty(),
            Optional.empty(),
            STAMP,
            new ItemAdded(new ItemId(newId()), "MĂTURĂ-Ș"));
    append(ofLead, ofCatalogue);
    assertThat(after(end)).extracting(Positioned::event).containsExactly(ofLead, ofCatalogue);
  }

  @Test
  void reading_on_gives_each_event_once_in_the_order_of_the_positions() {
    Position position = end();
    List<UUID> written = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      EventRecord one = event();
      EventRecord two = event();
      append(one, two);
      written.add(one.id());
      written.add(two.id());
    }
    List<UUID> read = new ArrayList<>();
    List<Positioned> page = port(EventLog.class).after(position, 3);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(3).isSortedAccordingTo(byPosition());
      page.forEach(event -> read.add(event.event().id()));
      position = page.get(page.size() - 1).position();
      page = port(EventLog.class).after(position, 3);
    }
    assertThat(read).containsExactlyElementsOf(written);
  }

  @Test
  void events_added_at_once_are_read_in_their_order() {
    Position end = end();
    List<EventRecord> events = List.of(event(), event(), event());
    inTransaction(() -> port(EventLog.class).append(events));
    inTransaction(() -> port(EventLog.class).append(List.of()));
    assertThat(after(end)).extracting(Positioned::event).containsExactlyElementsOf(events);
  }

  @Test
  void positions_have_no_holes_even_where_units_of_work_have_failed() {
    long end = end().place();
    append(event());
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      port(EventLog.class).append(List.of(event(), event()));
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    append(event(), event());
    assertThat(after(new Position(end)))
        .extracting(event -> event.position().place())
        .containsExactly(end + 1, end + 2, end + 3);
  }

  @Test
  void reading_again_from_any_position_gives_the_same_again() {
    Position end = end();
    append(event(), event());
    append(event());
    List<Positioned> all = after(end);
    assertThat(after(end)).isEqualTo(all);
    assertThat(after(all.get(0).position())).isEqualTo(all.subList(1, 3));
    assertThat(after(new Position(all.get(2).position().place() + 1_000))).isEmpty();
  }

  @Test
  void a_unit_of_work_does_not_see_its_own_events_before_it_is_done() {
    Position end = end();
    EventRecord event = event();
    inTransaction(
        () -> {
          port(EventLog.class).append(event);
          assertThat(after(end)).isEmpty();
        });
    assertThat(after(end)).extracting(Positioned::event).containsExactly(event);
  }

  @Test
  void a_consumer_reads_in_its_own_unit_of_work_what_others_have_done() {
    Position end = end();
    EventRecord event = event();
    append(event);
    inTransaction(
        () -> assertThat(after(end)).extracting(Positioned::event).containsExactly(event));
  }

  @Test
  void whoever_only_reads_sees_what_has_its_position() {
    Position end = end();
    EventRecord event = event();
    append(event);
    List<Positioned> seen = after(end);
    assertThat(port(UnitOfWork.class).<List<Positioned>>reading(() -> after(end))).isEqualTo(seen);
  }

  @Test
  void an_event_of_a_unit_of_work_that_failed_is_not_there() {
    Position end = end();
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      port(EventLog.class).append(event());
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    assertThat(after(end)).isEmpty();
  }

  @Test
  void a_reader_misses_nothing_when_units_end_in_another_order_than_they_wrote()
      throws InterruptedException {
    Position end = end();
    EventRecord slow = event();
    EventRecord quick = event();
    CountDownLatch wrote = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Thread first =
        new Thread(
            () ->
                inTransaction(
                    () -> {
                      port(EventLog.class).append(slow);
                      wrote.countDown();
                      await(mayEnd);
                    }));
    first.start();
    await(wrote);
    Thread second = new Thread(() -> append(quick));
    second.start();
    second.join(200); // an adapter may also let the second wait for the first
    List<Positioned> seen = new ArrayList<>();
    Thread reader = new Thread(() -> seen.addAll(after(end)));
    reader.start();
    reader.join(200);
    mayEnd.countDown();
    first.join();
    second.join();
    reader.join();
    Position position = seen.isEmpty() ? end : seen.get(seen.size() - 1).position();
    seen.addAll(after(position));
    assertThat(seen).extracting(Positioned::event).containsExactlyInAnyOrder(slow, quick);
  }

  private static java.util.Comparator<Positioned> byPosition() {
    return java.util.Comparator.comparing(Positioned::position);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void append(EventRecord... events) {
    inTransaction(() -> List.of(events).forEach(port(EventLog.class)::append));
  }

  private List<Positioned> after(Position position) {
    return port(EventLog.class).after(position, 100);
  }

  private Position end() {
    Position position = Position.BEGINNING;
    for (List<Positioned> page = after(position); !page.isEmpty(); page = after(position)) {
      position = page.get(page.size() - 1).position();
    }
    return position;
  }

  private static EventRecord event() {
    return new EventRecord(
        newId(), Optional.of(new LeadId(newId())), Optional.empty(), STAMP, new LeadActivated(1));
  }
}
