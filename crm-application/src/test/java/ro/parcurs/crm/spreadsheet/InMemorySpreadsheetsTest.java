package ro.parcurs.crm.spreadsheet;

import ro.parcurs.crm.testkit.InMemorySpreadsheets;
import ro.parcurs.crm.testkit.Ports;
import ro.parcurs.crm.testkit.SpreadsheetsContract;

class InMemorySpreadsheetsTest extends SpreadsheetsContract {

  InMemorySpreadsheetsTest() {
    super(Ports.only(Spreadsheets.class, new InMemorySpreadsheets()));
  }
}
