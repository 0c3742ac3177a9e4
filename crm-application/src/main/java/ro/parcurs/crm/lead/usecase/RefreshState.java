package ro.parcurs.crm.lead.usecase;

/** How far a refresh of all companies is. */
public enum RefreshState {
  RUNNING,
  DONE,
  CANCELLED
}
