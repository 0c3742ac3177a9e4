package ro.parcurs.crm.work;

import java.util.List;

/**
 * Is told in this process what has happened, after the unit of work that made it happen was really
 * kept. Bound with Guice's {@code Multibinder}, or given to the {@link Journal}.
 *
 * <p>It is called in the thread of the use case, outside any transaction, once per unit of work,
 * with all its events in their order; units of several threads in any order, also at once. It is
 * not called for what was rolled back, for what has an unknown outcome, and for what is a part of a
 * transaction of the embedding application, whose end isn't known here. It may miss events: when
 * the process dies after the commit, nobody is told. Whoever must not miss one follows the {@link
 * EventLog} instead.
 */
@FunctionalInterface
public interface EventListener {

  /**
   * Hears what has happened. What it throws is logged and harms nobody.
   *
   * @param events at least one
   */
  void happened(List<EventRecord> events);
}
