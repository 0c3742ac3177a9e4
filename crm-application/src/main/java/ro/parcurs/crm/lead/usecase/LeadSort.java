package ro.parcurs.crm.lead.usecase;

/** What a list of leads can be ordered by; equal ones follow in the order of their identities. */
public enum LeadSort {
  NAME,
  PRIORITY,
  /** Of the open responsibility; leads without one come last in either direction. */
  DEADLINE,
  ADDED,
  CHANGED
}
