package ro.parcurs.crm.testkit;

import java.util.List;
import java.util.UUID;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventRecord;

/** The event log in memory. */
public final class InMemoryEventLog implements EventLog {

  private final InMemoryTable<UUID, Positioned> events;
  private long last;

  public InMemoryEventLog(InMemoryDatabase database) {
    events = database.table();
  }

  @Override
  public void append(List<EventRecord> added) {
    for (EventRecord event : added) {
      if (events.find(event.id()).isPresent()) {
        throw new IllegalStateException("the log has an event " + event.id());
      }
      events.put(event.id(), new Positioned(new Position(0, ++last), event));
    }
  }

  @Override
  public List<Positioned> after(Position position, int limit) {
    return events.all().stream()
        .filter(event -> event.position().compareTo(position) > 0)
        .limit(limit)
        .toList();
  }

  /** Every event, in the order in which they were added. */
  List<EventRecord> all() {
    return events.all().stream().map(Positioned::event).toList();
  }
}
