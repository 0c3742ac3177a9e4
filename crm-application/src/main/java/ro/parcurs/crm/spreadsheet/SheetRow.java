package ro.parcurs.crm.spreadsheet;

import java.util.List;

/**
 * A row in which at least one cell is not blank.
 *
 * @param number as the spreadsheet counts, from 1
 * @param cells from the first column up to the last that is not blank
 */
public record SheetRow(int number, List<Cell> cells) {

  public SheetRow {
    cells = List.copyOf(cells);
  }

  /**
   * The cell of a column; blank past the last one.
   *
   * @param column from 0
   */
  public Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.blank();
  }
}
