package ro.parcurs.crm.lead.usecase;

/** Where an import is. */
public enum ImportRunState {
  /** Goes on, or was broken off and can be resumed. */
  RUNNING,
  /** Was stopped on purpose; can be resumed too. */
  CANCELLED,
  /** Every row was read. */
  FINISHED
}
