package ro.parcurs.crm.pursuit;

/** What can be done with a responsibility while it is open, beside closing it. */
public enum ResponsibilityMove {
  REASSIGN,
  MOVE_DEADLINE,
  WRITE_SUMMARY,
  RECORD_CONTACT,
  PLAN_MEETING,
  MOVE_MEETING,
  HOLD_MEETING,
  CANCEL_MEETING,
  CANCEL
}
