package ro.parcurs.crm.pursuit;

/** The ways in which a pursuit comes to its end. */
public enum PursuitMove {
  CONTRACT,
  REFUSE,
  GIVE_UP
}
