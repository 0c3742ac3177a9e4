package ro.parcurs.crm.adapter.xls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.testkit.Proof;

/** Promise P15: of a workbook in which something is missing or cut, no row is given away. */
class DamagedWorkbookTest {

  private static final int CUTS = Proof.tries(2, 60);

  @Test
  void a_workbook_without_one_of_its_parts_or_with_half_of_it_is_refused() throws IOException {
    long began = System.nanoTime();
    List<String> readAllTheSame = new ArrayList<>();
    int tried = 0;
    Map<String, byte[]> files = files();
    assertThat(files).hasSize(10);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      List<SheetRow> whole = Opened.rows(file.getValue());
      assertThat(whole).isNotEmpty();
      for (Map.Entry<String, byte[]> part : Zips.parts(file.getValue()).entrySet()) {
        String name = file.getKey() + ": " + part.getKey();
        tried++;
        if (isRead(Zips.without(file.getValue(), part.getKey()))) {
          readAllTheSame.add(name + " missing");
        }
        for (int length : cuts(part.getValue().length)) {
          tried++;
          byte[] cut =
              Zips.with(file.getValue(), part.getKey(), Arrays.copyOf(part.getValue(), length));
          if (isRead(cut) && (!isBinary(part.getKey()) || !Opened.rows(cut).equals(whole))) {
            readAllTheSame.add(name + " cut at " + length);
          }
        }
      }
    }
    assertThat(readAllTheSame).isEmpty();
    Proof.report(
        "P15",
        0,
        Duration.ofNanos(System.nanoTime() - began),
        tried + " damaged workbooks, 0 half read");
  }

  @Test
  void a_file_that_was_cut_or_has_a_wrong_byte_is_refused_in_both_formats() throws IOException {
    for (byte[] file : List.of(simple(), old(), resource("libreoffice.xls"))) {
      List<SheetRow> whole = Opened.rows(file);
      for (int length = 1; length < file.length; length += 1 + file.length / (20 * CUTS)) {
        byte[] cut = Arrays.copyOf(file, length);
        // The last bytes of the old format may be of no use; then nothing is lost without them.
        if (isRead(cut)) {
          assertThat(Opened.rows(cut)).as("cut at %d", length).isEqualTo(whole);
          assertThat(length).isGreaterThan(file.length / 2);
        }
      }
    }
    byte[] wrong = simple();
    Map<String, byte[]> parts = Zips.parts(wrong);
    assertThat(parts).containsKey("xl/worksheets/sheet1.xml");
    int at = indexOf(wrong, "xl/worksheets/sheet1.xml") + 200;
    wrong[at] ^= 0x10;
    assertThat(isRead(wrong)).isFalse();
  }

  @Test
  void pois_own_reading_would_lose_rows_without_a_word() throws IOException {
    byte[] two = twoSheets();
    byte[] damaged = Zips.without(two, "xl/worksheets/sheet2.xml");
    assertThatNoException()
        .isThrownBy(
            () -> {
              try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(damaged))) {
                assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
              }
            });
    assertThat(isRead(damaged)).isFalse();
  }

  /** What is in it can be cut without anybody seeing it, and says nothing of rows. */
  private static boolean isBinary(String part) {
    return part.endsWith(".png") || part.endsWith(".vml") || part.endsWith(".bin");
  }

  private static List<Integer> cuts(int length) {
    List<Integer> cuts = new ArrayList<>();
    for (int i = 0; i < CUTS && length > 0; i++) {
      cuts.add((int) ((long) length * i / CUTS));
    }
    return cuts;
  }

  private static boolean isRead(byte[] file) throws IOException {
    try {
      Opened.rows(file);
      return true;
    } catch (UnreadableWorkbook refusal) {
      return false;
    }
  }

  private static int indexOf(byte[] file, String text) {
    return new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
  }

  // ---- ten files ----

  private static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("simple", simple());
    files.put("two sheets", twoSheets());
    files.put("comments", made(DamagedWorkbookTest::comment));
    files.put("links", made(DamagedWorkbookTest::link));
    files.put("pictures", made(DamagedWorkbookTest::picture));
    files.put("tables", made(DamagedWorkbookTest::table));
    files.put("rich texts", made(DamagedWorkbookTest::richText));
    files.put("own", own());
    files.put("streamed", streamed());
    files.put("LibreOffice", resource("libreoffice.xlsx"));
    return files;
  }

  private interface Adding {
    void to(XSSFWorkbook workbook, Sheet sheet);
  }

  private static byte[] made(Adding adding) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("Foaie");
      fill(sheet);
      adding.to(workbook, sheet);
      return bytes(workbook);
    }
  }

  private static byte[] bytes(Workbook workbook) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    workbook.write(to);
    return to.toByteArray();
  }

  private static void fill(Sheet sheet) {
    for (int i = 0; i < 30; i++) {
      Row row = sheet.createRow(i);
      row.createCell(0).setCellValue("text " + i);
      row.createCell(1).setCellValue(i * 1.5);
    }
  }

  static byte[] simple() throws IOException {
    return made((workbook, sheet) -> {});
  }

  private static byte[] twoSheets() throws IOException {
    return made((workbook, sheet) -> fill(workbook.createSheet("A doua")));
  }

  static byte[] old() throws IOException {
    try (Workbook workbook = new org.apache.poi.hssf.usermodel.HSSFWorkbook()) {
      fill(workbook.createSheet("Foaie"));
      fill(workbook.createSheet("A doua"));
      return bytes(workbook);
    }
  }

  private static byte[] streamed() throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(10)) {
      fill(workbook.createSheet("Foaie"));
      return bytes(workbook);
    }
  }

  private static byte[] own() throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    new ExcelSpreadsheets()
        .write(
            to,
            List.of(
                new SheetContent(
                    "Foaie",
                    List.of(new SheetContent.Column("A", SheetContent.Format.TEXT, 9)),
                    rows -> rows.accept(List.of(Cell.of("x"))))));
    return to.toByteArray();
  }

  static byte[] resource(String name) throws IOException {
    try (InputStream in = DamagedWorkbookTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static void comment(XSSFWorkbook workbook, Sheet sheet) {
    CreationHelper helper = workbook.getCreationHelper();
    ClientAnchor anchor = helper.createClientAnchor();
    Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setString(helper.createRichTextString("de verificat"));
    sheet.getRow(0).getCell(0).setCellComment(comment);
  }

  private static void link(XSSFWorkbook workbook, Sheet sheet) {
    Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
    link.setAddress("https://exemplu.ro/?a=1");
    sheet.getRow(1).getCell(0).setHyperlink(link);
  }

  private static void picture(XSSFWorkbook workbook, Sheet sheet) {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
    int picture = workbook.addPicture(png, Workbook.PICTURE_TYPE_PNG);
    ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
    sheet.createDrawingPatriarch().createPicture(anchor, picture);
  }

  private static void table(XSSFWorkbook workbook, Sheet sheet) {
    workbook
        .getSheetAt(0)
        .createTable(
            new AreaReference(
                new CellReference(0, 0),
                new CellReference(29, 1),
                workbook.getSpreadsheetVersion()));
    sheet.getRow(2).createCell(2).setCellFormula("B2*2");
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
  }

  private static void richText(XSSFWorkbook workbook, Sheet sheet) {
    XSSFRichTextString text = new XSSFRichTextString("unu doi");
    text.applyFont(0, 3, workbook.createFont());
    sheet.getRow(3).getCell(0).setCellValue(text);
  }
}
