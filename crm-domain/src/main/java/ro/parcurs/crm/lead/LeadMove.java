package ro.parcurs.crm.lead;

/** What can be done to the state of a lead. */
public enum LeadMove {
  /** Begin a pursuit; a contracted or refused lead can be pursued again. */
  ACTIVATE,
  /** Give the pursuit up. */
  DEACTIVATE,
  /** The pursuit ended with a contract. */
  CONTRACT,
  /** The client said no. */
  REFUSE
}
