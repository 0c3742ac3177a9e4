package ro.parcurs.crm.work;

import java.util.List;

/**
 * Every domain event, in the order of their positions, written in the unit of work of the use case
 * that made it happen.
 */
public interface EventLog {

  /** Adds an event at the end; only inside a unit of work. */
  void append(EventRecord event);

  /**
   * Reads on.
   *
   * @param position the last one already read; 0 to begin
   * @param limit at least 1
   * @return the next events, in order
   */
  List<Positioned> after(long position, int limit);

  /** An event at its place in the log; positions grow, with holes. */
  record Positioned(long position, EventRecord event) {}
}
