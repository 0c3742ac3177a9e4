package ro.parcurs.crm.pursuit;

/** What a pursuit has to know of the newest revision of its offer. */
public enum OfferFact {
  /** There is no offer. */
  NONE,
  /** It was neither sent nor handed over yet, or is no longer standing. */
  NOT_WITH_CLIENT,
  /** The client has it and it is valid. */
  WITH_CLIENT,
  /** The client has it, and the date until which it was valid is past. */
  EXPIRED_WITH_CLIENT
}
