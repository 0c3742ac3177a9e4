package ro.parcurs.crm.work;

import java.util.List;
import ro.parcurs.crm.error.InvalidInput;

/**
 * Every domain event, written in the unit of work of the use case that made it happen, and read in
 * the order of its positions: 1, 2, 3 and so on, without holes.
 *
 * <p>A consumer that asks for what comes after the last position it has handled gets every event,
 * none before its turn, and gets none again unless it forgets how far it has come. Where one unit
 * of work ended before another wrote, its events come first; the events of one lead come in the
 * order in which they were kept; the events of one unit of work come together.
 */
public interface EventLog {

  /** Adds an event; only inside a unit of work. */
  default void append(EventRecord event) {
    append(List.of(event));
  }

  /**
   * Adds events in their order; only inside a unit of work. That one of them is refused may show
   * only when the unit ends.
   */
  void append(List<EventRecord> events);

  /**
   * Reads on. Also gives their positions to events that have none yet, which is a small write: so
   * that somebody who may only read can follow too, inside {@link UnitOfWork#reading} it only shows
   * what has its position already. Inside a unit of work the positions are kept with it.
   *
   * @param position the last one already handled; {@link Position#BEGINNING} to begin
   * @param limit at least 1
   * @return the next events, in order, of units of work that are done
   */
  List<Positioned> after(Position position, int limit);

  /** An event at its place in the log. */
  record Positioned(Position position, EventRecord event) {}

  /**
   * A place in the log.
   *
   * @param place the first event has 1; 0 is before it
   */
  record Position(long place) implements Comparable<Position> {

    /** Before the first event. */
    public static final Position BEGINNING = new Position(0);

    public Position {
      if (place < 0) {
        throw InvalidInput.of("position", "negative");
      }
    }

    @Override
    public int compareTo(Position other) {
      return Long.compare(place, other.place);
    }
  }
}
