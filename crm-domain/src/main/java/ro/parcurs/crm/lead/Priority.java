package ro.parcurs.crm.lead;

/** How much a lead matters, from the least. */
public enum Priority {
  LOW,
  NORMAL,
  HIGH,
  URGENT
}
