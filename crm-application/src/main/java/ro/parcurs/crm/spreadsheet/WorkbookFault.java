package ro.parcurs.crm.spreadsheet;

/** Why a file is not read. */
public enum WorkbookFault {
  /** There is nothing in the file. */
  EMPTY_FILE,
  /** Text, such as CSV, under the name of a workbook. */
  PLAIN_TEXT,
  /** A web page under the name of a workbook. */
  WEB_PAGE,
  /** Something else, no workbook. */
  NO_WORKBOOK,
  /** The format of Excel 95 and older. */
  OLD_FORMAT,
  /** The binary format of new Excel. */
  BINARY_FORMAT,
  PASSWORD,
  MACROS,
  /** Something is missing, cut or contradicts itself. */
  DAMAGED,
  /** Its XML declares what no workbook needs: a document type, entities, another encoding. */
  FORBIDDEN_XML,
  /** More bytes than are read, or so well packed that it can only be meant to do harm. */
  TOO_LARGE,
  TOO_MANY_ROWS,
  TOO_MANY_COLUMNS,
  TEXT_TOO_LONG,
  TOO_MANY_TEXTS,
  NO_SUCH_SHEET,
  /** There is no sheet that isn't hidden. */
  NO_SHEET,
  /** The sheet has no content. */
  EMPTY_SHEET,
  /** No row of the sheet names the columns that are needed. */
  NO_HEADER,
  /** The disk did not take or give what was kept of the file for reading. */
  NO_SPACE
}
