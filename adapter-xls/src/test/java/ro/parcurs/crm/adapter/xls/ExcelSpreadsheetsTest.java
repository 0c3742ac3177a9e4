package ro.parcurs.crm.adapter.xls;

import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.testkit.Ports;
import ro.parcurs.crm.testkit.SpreadsheetsContract;

class ExcelSpreadsheetsTest extends SpreadsheetsContract {

  ExcelSpreadsheetsTest() {
    super(Ports.only(Spreadsheets.class, new ExcelSpreadsheets()));
  }
}
