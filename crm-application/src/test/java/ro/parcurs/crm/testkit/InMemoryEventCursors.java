package ro.parcurs.crm.testkit;

import ro.parcurs.crm.work.ConsumerName;
import ro.parcurs.crm.work.EventCursors;
import ro.parcurs.crm.work.EventLog.Position;

/** The cursors of consumers in memory. */
public final class InMemoryEventCursors implements EventCursors {

  private final InMemoryTable<ConsumerName, Position> cursors;

  public InMemoryEventCursors(InMemoryDatabase database) {
    cursors = database.table();
  }

  @Override
  public Position claim(ConsumerName consumer) {
    Position position = cursors.find(consumer).orElse(Position.BEGINNING);
    cursors.put(consumer, position);
    return position;
  }

  @Override
  public void save(ConsumerName consumer, Position position) {
    cursors.put(consumer, position);
  }
}
