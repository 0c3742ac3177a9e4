package ro.parcurs.crm.testkit;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventRecord;

/** The event log in memory: units of work come one after another, and so do their events. */
public final class InMemoryEventLog implements EventLog {

  private final InMemoryTable<UUID, EventRecord> events;
  private volatile int kept;

  public InMemoryEventLog(InMemoryDatabase database) {
    events = database.table();
    database.afterCommit(() -> kept = events.all().size());
  }

  @Override
  public void append(List<EventRecord> added) {
    for (EventRecord event : added) {
      if (events.find(event.id()).isPresent()) {
        throw new IllegalStateException("the log has an event " + event.id());
      }
      events.put(event.id(), event);
    }
  }

  @Override
  public List<Positioned> after(Position position, int limit) {
    List<EventRecord> all = events.all();
    return LongStream.rangeClosed(position.place() + 1, kept)
        .limit(limit)
        .mapToObj(place -> new Positioned(new Position(place), all.get((int) place - 1)))
        .toList();
  }

  /** Every event, in the order in which they were added. */
  List<EventRecord> all() {
    return events.all();
  }
}
