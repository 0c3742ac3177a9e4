package ro.parcurs.crm.spreadsheet;

/**
 * A sheet that was read to its end and found sound. Rows without any content are left out wherever
 * they stand; hidden rows and columns count like all others, since a filter hides what is meant all
 * the same. What is written in a merged cell holds for each row that it spans, in its first column.
 *
 * <p>Thread-safe; each {@link #rows} is for one thread. Good as long as its workbook is open.
 */
public interface Sheet {

  String name();

  /** How many rows have content. */
  int size();

  /** The rows with content, in order, those before the given number left out. */
  SheetRows rows(int from);

  /** All rows with content, in order. */
  default SheetRows rows() {
    return rows(1);
  }
}
