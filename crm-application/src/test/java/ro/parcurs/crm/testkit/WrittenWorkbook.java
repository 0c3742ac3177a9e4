package ro.parcurs.crm.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.spreadsheet.SheetRows;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.Workbook;

/** A workbook that was written, to be looked at. */
public final class WrittenWorkbook {

  /** Writes a workbook. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream stream) throws IOException;
  }

  private WrittenWorkbook() {}

  /** What is written. */
  public static byte[] bytes(Writing writing) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try {
      writing.to(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stream.toByteArray();
  }

  /** The rows of a sheet, headings included, each cell as its text. */
  public static List<List<String>> texts(Spreadsheets spreadsheets, byte[] file, String sheet) {
    return rows(spreadsheets, file, sheet).stream()
        .map(row -> row.cells().stream().map(cell -> cell.text()).toList())
        .toList();
  }

  /** The rows of a sheet, headings included. */
  public static List<SheetRow> rows(Spreadsheets spreadsheets, byte[] file, String sheet) {
    List<SheetRow> all = new ArrayList<>();
    try (Workbook workbook = spreadsheets.open(() -> new ByteArrayInputStream(file));
        SheetRows rows = workbook.sheet(Optional.of(sheet)).rows()) {
      rows.forEachRemaining(all::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
