package ro.parcurs.crm.spreadsheet;

import java.util.Iterator;

/** Rows of a sheet, one after the other. For one thread; closing it gives back what it holds. */
public interface SheetRows extends Iterator<SheetRow>, AutoCloseable {

  @Override
  void close();
}
