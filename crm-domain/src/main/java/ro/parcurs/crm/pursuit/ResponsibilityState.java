package ro.parcurs.crm.pursuit;

/** Where a responsibility stands (spec section 4). */
public enum ResponsibilityState {
  /** Somebody has it to do. */
  OPEN,
  /** It was ended with an {@link Outcome}. */
  CLOSED,
  /** The lead was deactivated while it was open. */
  CANCELLED
}
