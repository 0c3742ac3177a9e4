package ro.parcurs.crm.evaluation;

/** What can be done to an evaluation sheet. */
public enum SheetMove {
  CHANGE,
  FINALISE,
  REOPEN,
  DISCARD
}
