package ro.parcurs.crm.adapter.xls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.spreadsheet.SheetRows;
import ro.parcurs.crm.spreadsheet.Workbook;

/** Many rows take no more memory than a few. */
class ManyRowsTest {

  private static final int COLUMNS = 12;
  private static final int MOST_ROWS_OF_OLD_FORMAT = 65_536;

  @Test
  void rows_past_the_last_of_a_sheet_go_on_in_the_next(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("long.xlsx");
    int rows = RowCollector.MAX_ROWS + 10;
    try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
      new ExcelSpreadsheets()
          .write(
              to,
              List.of(
                  new SheetContent(
                      "Leaduri",
                      List.of(new SheetContent.Column("Nr", SheetContent.Format.WHOLE, 8)),
                      sheet -> {
                        for (int i = 1; i <= rows; i++) {
                          sheet.accept(List.of(Cell.of(BigDecimal.valueOf(i))));
                        }
                      })));
    }
    try (Workbook workbook = new ExcelSpreadsheets().open(() -> Files.newInputStream(file))) {
      assertThat(workbook.sheets()).containsExactly("Leaduri", "Leaduri (2)");
      ro.parcurs.crm.spreadsheet.Sheet second = workbook.sheet(Optional.of("Leaduri (2)"));
      assertThat(second.size()).isEqualTo(12);
      try (SheetRows read = second.rows(12)) {
        assertThat(read.next())
            .isEqualTo(new SheetRow(12, List.of(Cell.of(BigDecimal.valueOf(rows)))));
      }
    }
  }

  @Test
  void the_most_rows_of_the_old_format_are_read_in_a_small_heap(@TempDir Path directory)
      throws IOException, InterruptedException {
    Path file = directory.resolve("old.xls");
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream to = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet();
      for (int i = 0; i < MOST_ROWS_OF_OLD_FORMAT; i++) {
        Row row = sheet.createRow(i);
        row.createCell(0).setCellValue("Societatea " + i);
        row.createCell(1).setCellValue(i);
        row.createCell(2).setCellValue("Cluj");
      }
      workbook.write(to);
    }
    report(SmallHeap.read(128, List.of(file)), MOST_ROWS_OF_OLD_FORMAT, 128);
  }

  @Test
  @Tag("bench")
  @Timeout(20 * 60)
  void a_million_rows_are_read_within_256_mebibytes(@TempDir Path directory)
      throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    for (boolean shared : new boolean[] {false, true}) {
      Path file = directory.resolve(shared ? "shared-texts.xlsx" : "inline-texts.xlsx");
      write(file, 1_000_000, shared);
      files.add(file);
      System.out.printf("bench | %s | %d MiB%n", file.getFileName(), Files.size(file) >> 20);
    }
    for (Path file : files) {
      report(SmallHeap.read(256, List.of(file)), 1_000_000, 256);
    }
  }

  private static void report(List<SmallHeap.Outcome> outcomes, int rows, int heap) {
    for (SmallHeap.Outcome outcome : outcomes) {
      assertThat(outcome.outcome()).isEqualTo(rows + " rows");
      System.out.printf(
          "bench | read %s | %s, %d ms, peak heap %d MiB of %d%n",
          outcome.file(), outcome.outcome(), outcome.millis(), outcome.peakMiB(), heap);
    }
    assertThat(outcomes).hasSize(1);
  }

  /** Texts of their own in eight of twelve columns, as a list of companies has them. */
  static void write(Path file, int rows, boolean shared) throws IOException {
    Map<String, byte[]> parts = Zips.parts(DamagedWorkbookTest.simple());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        if (!part.getKey().endsWith("sheet1.xml") && !part.getKey().endsWith("sharedStrings.xml")) {
          entry(zip, part.getKey(), new String(part.getValue(), StandardCharsets.UTF_8));
        }
      }
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      StringBuilder xml = new StringBuilder("<worksheet><sheetData>");
      int text = 0;
      for (int i = 1; i <= rows; i++) {
        xml.append("<row r=\"").append(i).append("\">");
        for (int column = 0; column < COLUMNS; column++) {
          xml.append("<c r=\"").append((char) ('A' + column)).append(i).append('"');
          if (column % 3 == 0) {
            xml.append("><v>").append(10_000_000 + i).append("</v></c>");
          } else if (shared) {
            xml.append(" t=\"s\"><v>").append(text++).append("</v></c>");
          } else {
            xml.append(" t=\"inlineStr\"><is><t>");
            appendText(xml, text++);
            xml.append("</t></is></c>");
          }
        }
        xml.append("</row>");
        flush(zip, xml);
      }
      zip.write(xml.append("</sheetData></worksheet>").toString().getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      xml.setLength(0);
      xml.append("<sst>");
      for (int i = 0; shared && i < text; i++) {
        xml.append("<si><t>");
        appendText(xml, i);
        xml.append("</t></si>");
        flush(zip, xml);
      }
      zip.write(xml.append("</sst>").toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void appendText(StringBuilder xml, int number) {
    xml.append("Țesătoria ").append(number).append(" din Cluj");
  }

  private static void flush(ZipOutputStream zip, StringBuilder xml) throws IOException {
    if (xml.length() > 1 << 15) {
      zip.write(xml.toString().getBytes(StandardCharsets.UTF_8));
      xml.setLength(0);
    }
  }

  private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
  }
}
