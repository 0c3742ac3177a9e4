package ro.parcurs.crm.adapter.xls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;

/** Cells merged over rows; what is written in the first holds for all of them. */
final class MergedCells {

  private static final int MAX = 200_000;

  private record Span(int column, int first, int last) {}

  private final List<Span> spans = new ArrayList<>();

  /**
   * @param first the first row, from 1
   * @param last the last row
   */
  void add(int column, int first, int last) {
    if (last <= first || column >= ro.parcurs.crm.spreadsheet.Workbook.MAX_COLUMNS) {
      return;
    }
    if (spans.size() == MAX) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
    }
    spans.add(new Span(column, first, last));
  }

  /** To be used on the rows in their order. */
  Filling filling() {
    List<Span> inOrder = new ArrayList<>(spans);
    inOrder.sort(Comparator.comparingInt(Span::first));
    return new Filling(inOrder);
  }

  /** Fills in what merged cells say, row after row. */
  static final class Filling {

    private record Said(Cell cell, int last) {}

    private final List<Span> spans;
    private final Map<Integer, Said> said = new HashMap<>();
    private int begun;

    private Filling(List<Span> spans) {
      this.spans = spans;
    }

    List<Cell> fill(int number, List<Cell> cells) {
      if (spans.isEmpty()) {
        return cells;
      }
      said.values().removeIf(earlier -> earlier.last() < number);
      List<Cell> filled = new ArrayList<>(cells);
      said.forEach(
          (column, earlier) -> {
            while (filled.size() <= column) {
              filled.add(Cell.blank());
            }
            if (filled.get(column).isBlank()) {
              filled.set(column, earlier.cell());
            }
          });
      for (; begun < spans.size() && spans.get(begun).first() <= number; begun++) {
        Span span = spans.get(begun);
        if (span.first() == number && span.column() < cells.size()) {
          said.put(span.column(), new Said(cells.get(span.column()), span.last()));
        }
      }
      return filled;
    }
  }
}
