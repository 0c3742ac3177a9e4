package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import ro.parcurs.crm.timeline.DomainEvent;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventRecord;

/** The event log in the table {@code event_log}. */
final class PostgresEventLog implements EventLog {

  private final EventLogMapper mapper;
  private final Records records;
  private final Events events;
  private final EventRows rows = new GeneratedEventRows();

  PostgresEventLog(EventLogMapper mapper, Records records, Events events) {
    this.mapper = mapper;
    this.records = records;
    this.events = events;
  }

  @Override
  public void append(List<EventRecord> added) {
    records.log(added);
  }

  @Override
  public List<Positioned> after(Position position, int limit) {
    return mapper.after(position.unit(), position.place(), limit).stream()
        .map(
            row ->
                new Positioned(
                    rows.position(row),
                    rows.record(row, events.event(row.type(), row.payload(), DomainEvent.class))))
        .toList();
  }
}
