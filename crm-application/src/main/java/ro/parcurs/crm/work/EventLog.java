package ro.parcurs.crm.work;

import java.util.List;
import ro.parcurs.crm.error.InvalidInput;

/**
 * Every domain event, written in the unit of work of the use case that made it happen, and read in
 * the order of its positions.
 *
 * <p>A reader that asks for what comes after the last position it read sees every event exactly
 * once: an event is shown only when none can appear before it any more.
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
   * Reads on.
   *
   * @param position the last one already read; {@link Position#BEGINNING} to begin
   * @param limit at least 1
   * @return the next events, in order, of units of work that are done
   */
  List<Positioned> after(Position position, int limit);

  /** An event at its place in the log. */
  record Positioned(Position position, EventRecord event) {}

  /**
   * A place in the log: the unit of work, then the place in it. Both grow, with holes.
   *
   * @param unit from 0
   * @param place from 0
   */
  record Position(long unit, long place) implements Comparable<Position> {

    /** Before the first event. */
    public static final Position BEGINNING = new Position(0, 0);

    public Position {
      if (unit < 0 || place < 0) {
        throw InvalidInput.of("position", "negative");
      }
    }

    @Override
    public int compareTo(Position other) {
      int byUnit = Long.compare(unit, other.unit);
      return byUnit != 0 ? byUnit : Long.compare(place, other.place);
    }
  }
}
