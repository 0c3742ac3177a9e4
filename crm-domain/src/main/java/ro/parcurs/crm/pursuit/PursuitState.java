package ro.parcurs.crm.pursuit;

/** Where a pursuit stands. */
public enum PursuitState {
  /** It is under way. */
  RUNNING,
  /** It ended with a contract. */
  CONTRACTED,
  /** It ended with a no. */
  REFUSED,
  /** It was given up. */
  GIVEN_UP
}
