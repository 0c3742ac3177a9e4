package ro.parcurs.crm.spreadsheet;

import java.util.List;
import java.util.function.Consumer;

/**
 * What is written as a sheet.
 *
 * @param name what a spreadsheet doesn't take in a name is left out of it
 * @param rows is asked once, for cells in the order of the columns; those past the last row that a
 *     sheet has go on in a further sheet
 */
public record SheetContent(String name, List<Column> columns, Rows rows) {

  public SheetContent {
    columns = List.copyOf(columns);
  }

  /** Hands over the rows, one after the other. */
  @FunctionalInterface
  public interface Rows {
    void giveTo(Consumer<List<Cell>> sheet);
  }

  /**
   * A column.
   *
   * @param width in characters
   */
  public record Column(String heading, Format format, int width) {}

  /** How a column shows its numbers and dates. Texts are shown as they are, in every column. */
  public enum Format {
    TEXT,
    /** Whole, without separators. */
    WHOLE,
    /** Two decimals, thousands apart. */
    AMOUNT,
    /** Up to four decimals. */
    PRICE,
    /** Up to three decimals. */
    QUANTITY,
    PERCENT,
    DAY,
    TIME
  }
}
