package ro.parcurs.crm.pursuit;

/** How a responsibility is closed (spec section 4); {@link Gate} says which step allows which. */
public enum Outcome {
  /** The step is done: the next one is opened. */
  OPEN_NEXT,
  /** Not now: the same step is opened again, for a later date. */
  POSTPONED,
  /** The client said no. */
  REFUSED,
  /** The last step is done: there is a contract. */
  COMPLETED
}
