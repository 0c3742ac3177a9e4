package ro.parcurs.crm.pursuit;

/** Where a meeting stands. */
public enum MeetingState {
  PLANNED,
  HELD,
  CANCELLED
}
