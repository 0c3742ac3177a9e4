package ro.parcurs.crm.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.SheetContent.Column;
import ro.parcurs.crm.spreadsheet.SheetContent.Format;
import ro.parcurs.crm.spreadsheet.Spreadsheets;

/**
 * Workbooks for tests, sheet by sheet: {@code aWorkbook().sheet("Linii", "Cod | Cantitate", "A |
 * 2")}. What looks like a number becomes one. Immutable.
 */
public final class Workbooks {

  private final Map<String, List<String>> sheets;

  private Workbooks(Map<String, List<String>> sheets) {
    this.sheets = sheets;
  }

  /** A workbook without a sheet. */
  public static Workbooks aWorkbook() {
    return new Workbooks(Map.of());
  }

  /**
   * The same with one more sheet.
   *
   * @param rows the first holds the headings; cells are parted by a bar
   */
  public Workbooks sheet(String name, String... rows) {
    Map<String, List<String>> more = new LinkedHashMap<>(sheets);
    more.put(name, List.of(rows));
    return new Workbooks(more);
  }

  /** The file. */
  public byte[] writtenBy(Spreadsheets spreadsheets) {
    List<SheetContent> contents = new ArrayList<>();
    sheets.forEach((name, rows) -> contents.add(content(name, rows)));
    return WrittenWorkbook.bytes(to -> spreadsheets.write(to, contents));
  }

  private static SheetContent content(String name, List<String> rows) {
    return new SheetContent(
        name,
        cells(rows.get(0)).stream().map(each -> new Column(each, Format.TEXT, 12)).toList(),
        sheet ->
            rows.stream()
                .skip(1)
                .forEach(row -> sheet.accept(cells(row).stream().map(Workbooks::cell).toList())));
  }

  private static List<String> cells(String row) {
    return Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
  }

  private static Cell cell(String text) {
    return text.matches("-?(0|[1-9]\\d*)([.]\\d+)?")
        ? Cell.of(new BigDecimal(text))
        : Cell.of(text);
  }
}
