package ro.parcurs.crm.spreadsheet;

/** Why a cell holds no value. */
public enum CellFault {
  /** The spreadsheet itself shows an error there. */
  ERROR_VALUE,
  /** A formula whose result was never calculated; the file says nothing, or 0. */
  NOT_CALCULATED,
  /** A number shown as a date that is none, such as 29 February 1900. */
  NO_DATE
}
