package ro.parcurs.crm.pursuit;

/** What a pursuit has to know of its evaluation sheets. */
public enum SheetFact {
  /** There is none; a sheet is optional. */
  NONE,
  /** There is one that is still being written. */
  UNFINISHED,
  /** Every one there is, is finalised. */
  FINALISED
}
