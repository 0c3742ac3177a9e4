package ro.parcurs.example;

import com.google.inject.Guice;
import java.util.Arrays;
import java.util.List;
import ro.parcurs.crm.adapter.xls.XlsModule;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.SheetContent.Column;
import ro.parcurs.crm.spreadsheet.SheetContent.Format;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.testkit.WrittenWorkbook;

/** Real files of Excel for the tests of pages. */
public final class SampleWorkbook {

  private static final Spreadsheets SPREADSHEETS =
      Guice.createInjector(new XlsModule()).getInstance(Spreadsheets.class);

  private SampleWorkbook() {}

  /** A file with one sheet, called {@code Foaie}. */
  public static byte[] of(List<String> headings, List<List<String>> rows) {
    return WrittenWorkbook.bytes(
        to ->
            SPREADSHEETS.write(
                to,
                List.of(
                    new SheetContent(
                        "Foaie",
                        headings.stream().map(name -> new Column(name, Format.TEXT, 12)).toList(),
                        sheet ->
                            rows.forEach(
                                row -> sheet.accept(row.stream().map(Cell::of).toList()))))));
  }

  /** A row of texts. */
  public static List<String> row(String... texts) {
    return Arrays.asList(texts);
  }

  /** The rows of a sheet, headings included, each cell as its text. */
  public static List<List<String>> texts(byte[] file, String sheet) {
    return WrittenWorkbook.texts(SPREADSHEETS, file, sheet);
  }
}
