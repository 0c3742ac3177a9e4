package ro.parcurs.crm.adapter.xls;

import java.io.IOException;
import java.util.List;

/** A workbook of one of the formats. */
interface SheetSource extends AutoCloseable {

  /** The names of the sheets that are not hidden. */
  List<String> visible();

  /** The names of all sheets. */
  List<String> all();

  /**
   * Reads a sheet to its end, and whatever else must be sound.
   *
   * @param name one of {@link #all}
   */
  void read(String name, RowSpool spool, MergedCells merged) throws IOException;

  @Override
  void close() throws IOException;
}
