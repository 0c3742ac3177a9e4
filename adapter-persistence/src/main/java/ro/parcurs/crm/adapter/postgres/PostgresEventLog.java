package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import ro.parcurs.crm.timeline.DomainEvent;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventRecord;

/**
 * The event log in the table {@code event_log}, in the order of {@code event_place}. Whoever reads
 * first gives places to the events that can be seen and have none; while one does so, others read
 * what has its place already.
 */
final class PostgresEventLog implements EventLog {

  /** How many events get their places at once, so that a statement's time is bounded. */
  private static final int PLACES_AT_ONCE = 50_000;

  private final PostgresUnitOfWork unit;
  private final EventLogMapper mapper;
  private final Records records;
  private final Events events;
  private final EventRows rows = new GeneratedEventRows();

  PostgresEventLog(PostgresUnitOfWork unit, Records records, Events events) {
    this.unit = unit;
    this.mapper = unit.mapper(EventLogMapper.class);
    this.records = records;
    this.events = events;
  }

  @Override
  public void append(List<EventRecord> added) {
    records.log(added);
  }

  @Override
  public List<Positioned> after(Position position, int limit) {
    if (!unit.isReading()) {
      unit.inTransaction(this::place);
    }
    return mapper.after(position.place(), limit).stream()
        .map(
            row ->
                new Positioned(
                    rows.position(row),
                    rows.record(row, events.event(row.type(), row.payload(), DomainEvent.class))))
        .toList();
  }

  private int place() {
    SequencerRow from = mapper.lockSequencer();
    if (from == null) {
      return 0;
    }
    int placed = mapper.place(from, PLACES_AT_ONCE);
    if (placed > 0) {
      long last = from.lastPlace() + placed;
      // What was left for another time may be of old transactions.
      mapper.moveSequencer(
          placed < PLACES_AT_ONCE
              ? new SequencerRow(last, from.oldestTxid(), from.newestPosition(), 0, 0)
              : new SequencerRow(last, from.lowTxid(), from.highPosition(), 0, 0));
    }
    return placed;
  }
}
