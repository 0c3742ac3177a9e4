package ro.parcurs.crm.timeline;

/** What happened on a pursuit and its responsibilities. */
public sealed interface PursuitChanged extends LeadEvent {

  /** The lead was activated, which opened pursuit {@code number}. */
  record LeadActivated(int number) implements PursuitChanged {}
}
