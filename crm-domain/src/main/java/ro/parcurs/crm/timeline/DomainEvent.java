package ro.parcurs.crm.timeline;

/**
 * Something that happened, as a fact that will not change. Written in the transaction of the use
 * case that made it happen. The simple name of its class is its type in the event log, so a class
 * is never renamed once released.
 */
public sealed interface DomainEvent permits LeadEvent, LeadlessEvent {

  /** The name under which the event is logged and its text is kept. */
  default String type() {
    return getClass().getSimpleName();
  }
}
