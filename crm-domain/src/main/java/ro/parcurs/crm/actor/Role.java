package ro.parcurs.crm.actor;

/** What a user is in the company; a user may have several roles (spec section 2). */
public enum Role {
  /** A salesperson. */
  AGENT,
  /** Leads the sales; approves offers. */
  MANAGER,
  /** Keeps the catalogue and the settings. */
  ADMIN
}
