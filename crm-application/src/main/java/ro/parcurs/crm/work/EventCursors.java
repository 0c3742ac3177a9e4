package ro.parcurs.crm.work;

import ro.parcurs.crm.work.EventLog.Position;

/**
 * How far each consumer of the event log has come, kept in the consumer's own unit of work:
 * together with what it wrote, or not at all. So every event is handled at least once; what a
 * consumer writes into the same storage is written exactly once. Called only inside a unit of work.
 *
 * <pre>{@code
 * unitOfWork.inTransaction(() -> {
 *   Position position = cursors.claim(name);
 *   for (Positioned next : log.after(position, 100)) {
 *     handle(next.event());
 *     position = next.position();
 *   }
 *   cursors.save(name, position);
 *   return position;
 * });
 * }</pre>
 */
public interface EventCursors {

  /**
   * How far the consumer has come. Until the unit of work ends, another unit that claims the same
   * consumer waits.
   *
   * @return {@link Position#BEGINNING} when it has never saved
   */
  Position claim(ConsumerName consumer);

  /**
   * Keeps how far the consumer has come; also further back, to handle events again.
   *
   * @param position of the last event handled
   */
  void save(ConsumerName consumer, Position position);
}
