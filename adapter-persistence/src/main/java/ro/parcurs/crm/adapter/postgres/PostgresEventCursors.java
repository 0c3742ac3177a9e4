package ro.parcurs.crm.adapter.postgres;

import ro.parcurs.crm.work.ConsumerName;
import ro.parcurs.crm.work.EventCursors;
import ro.parcurs.crm.work.EventLog.Position;

/** The cursors of consumers in the table {@code event_cursor}. */
final class PostgresEventCursors implements EventCursors {

  private final EventCursorMapper mapper;

  PostgresEventCursors(EventCursorMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public Position claim(ConsumerName consumer) {
    return new Position(mapper.claim(consumer));
  }

  @Override
  public void save(ConsumerName consumer, Position position) {
    mapper.save(consumer, position.place());
  }
}
