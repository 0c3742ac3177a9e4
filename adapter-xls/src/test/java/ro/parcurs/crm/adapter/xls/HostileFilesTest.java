package ro.parcurs.crm.adapter.xls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;

/** Files that are broken on purpose, or are something else than they seem. */
class HostileFilesTest {

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String TEXTS = "xl/sharedStrings.xml";
  private static final int MEGABYTE = 1 << 20;

  // ---- not what it seems ----

  @Test
  void what_is_no_workbook_is_told_by_what_it_is() throws IOException {
    assertThat(Opened.faultOf(new byte[0])).isEqualTo(WorkbookFault.EMPTY_FILE);
    assertThat(Opened.faultOf(utf8("CUI;Denumire\n14399840;Țesătoria SRL\n")))
        .isEqualTo(WorkbookFault.PLAIN_TEXT);
    assertThat(Opened.faultOf(utf8("<html><body><table><tr><td>CUI</td></tr></table></body>")))
        .isEqualTo(WorkbookFault.WEB_PAGE);
    assertThat(Opened.faultOf(utf8("%PDF-1.7\n\u0000\u0001"))).isEqualTo(WorkbookFault.NO_WORKBOOK);
    assertThat(Opened.faultOf(new byte[] {9, 8, 6, 0, 0, 0, 16, 0}))
        .isEqualTo(WorkbookFault.OLD_FORMAT);
    assertThat(Opened.faultOf(Zips.of(Map.of("readme.txt", utf8("x")))))
        .isEqualTo(WorkbookFault.NO_WORKBOOK);
  }

  @Test
  void workbooks_of_other_formats_are_told_apart() throws IOException {
    byte[] simple = DamagedWorkbookTest.simple();
    assertThat(
            Opened.faultOf(ofType(simple, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")))
        .isEqualTo(WorkbookFault.MACROS);
    assertThat(
            Opened.faultOf(
                ofType(simple, "application/vnd.ms-excel.sheet.binary.macroEnabled.main")))
        .isEqualTo(WorkbookFault.BINARY_FORMAT);
    String word =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    assertThat(Opened.faultOf(ofType(simple, word))).isEqualTo(WorkbookFault.NO_WORKBOOK);
    assertThat(Opened.faultOf(oldFile("WordDocument"))).isEqualTo(WorkbookFault.NO_WORKBOOK);
    assertThat(Opened.faultOf(oldFile("Book"))).isEqualTo(WorkbookFault.OLD_FORMAT);
  }

  @Test
  void macros_are_refused_in_both_formats() throws IOException {
    byte[] hidden =
        Zips.with(
            Zips.changed(
                DamagedWorkbookTest.simple(),
                "[Content_Types].xml",
                xml ->
                    xml.replace(
                        "</Types>",
                        "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>")),
            "xl/vbaProject.bin",
            new byte[100]);
    assertThat(Opened.faultOf(hidden)).isEqualTo(WorkbookFault.MACROS);
    try (POIFSFileSystem file =
        new POIFSFileSystem(new java.io.ByteArrayInputStream(DamagedWorkbookTest.old()))) {
      file.getRoot().createDirectory("_VBA_PROJECT_CUR");
      assertThat(Opened.faultOf(bytes(file))).isEqualTo(WorkbookFault.MACROS);
    }
  }

  @Test
  void a_password_is_told() throws Exception {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream to = encryptor.getDataStream(file)) {
        to.write(DamagedWorkbookTest.simple());
      }
      assertThat(Opened.faultOf(bytes(file))).isEqualTo(WorkbookFault.PASSWORD);
    }
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet().createRow(0).createCell(0).setCellValue("x");
      Biff8EncryptionKey.setCurrentUserPassword("secret");
      ByteArrayOutputStream to = new ByteArrayOutputStream();
      workbook.write(to);
      Biff8EncryptionKey.setCurrentUserPassword(null);
      assertThat(Opened.faultOf(to.toByteArray())).isEqualTo(WorkbookFault.PASSWORD);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  // ---- hostile XML ----

  @Test
  void document_types_and_entities_are_refused_wherever_they_stand(@TempDir Path directory)
      throws IOException {
    Path secret = Files.writeString(directory.resolve("secret.txt"), "secret");
    String external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]>".formatted(secret.toUri());
    StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    byte[] simple = DamagedWorkbookTest.simple();
    for (String part : Zips.parts(simple).keySet()) {
      for (String declaration : List.of(external, laughs + "]>", "<!DOCTYPE x>")) {
        byte[] file =
            Zips.changed(
                simple,
                part,
                xml ->
                    xml.startsWith("<?xml")
                        ? xml.replaceFirst("\\?>", "?>" + declaration)
                        : declaration + xml);
        assertThat(Opened.faultOf(file)).as(part).isEqualTo(WorkbookFault.FORBIDDEN_XML);
      }
    }
    byte[] used = Zips.changed(simple, TEXTS, xml -> xml.replace("text 3<", "&e;<"));
    assertThat(Opened.faultOf(used)).isIn(WorkbookFault.FORBIDDEN_XML, WorkbookFault.DAMAGED);
  }

  @Test
  void what_could_hide_its_length_is_refused() throws IOException {
    byte[] simple = DamagedWorkbookTest.simple();
    assertThat(
            Opened.faultOf(
                Zips.changed(simple, TEXTS, xml -> xml.replace("text 3<", "<![CDATA[x]]><"))))
        .isEqualTo(WorkbookFault.FORBIDDEN_XML);
    byte[] sheet = Zips.parts(simple).get(SHEET);
    byte[] wide =
        new String(sheet, StandardCharsets.UTF_8)
            .replace("UTF-8", "UTF-16")
            .getBytes(StandardCharsets.UTF_16);
    assertThat(Opened.faultOf(Zips.with(simple, SHEET, wide)))
        .isEqualTo(WorkbookFault.FORBIDDEN_XML);
    assertThat(sheetOf("<x>".repeat(200) + "</x>".repeat(200))).isEqualTo(WorkbookFault.DAMAGED);
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 6000; i++) {
      names.append("<n").append(i).append("/>");
    }
    assertThat(sheetOf(names.toString())).isEqualTo(WorkbookFault.DAMAGED);
  }

  @Test
  void no_text_and_no_markup_goes_on_without_an_end() throws IOException {
    Random random = new Random(1);
    StringBuilder endless = new StringBuilder();
    while (endless.length() < MEGABYTE) {
      endless.append(Long.toString(random.nextLong(), 36));
    }
    for (String begin : List.of("<row><c t=\"inlineStr\"><is><t>", "<row r=\"", "<n", "<!--")) {
      assertThat(dataOf(begin + endless)).as(begin).isEqualTo(WorkbookFault.TEXT_TOO_LONG);
    }
  }

  @Test
  void rows_and_cells_that_contradict_themselves_are_refused() throws IOException {
    assertThat(dataOf("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"/>"))
        .isEqualTo(WorkbookFault.DAMAGED);
    assertThat(dataOf("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>"))
        .isEqualTo(WorkbookFault.DAMAGED);
    assertThat(dataOf("<row r=\"1048577\"><c><v>1</v></c></row>"))
        .isEqualTo(WorkbookFault.TOO_MANY_ROWS);
    assertThat(dataOf("<row r=\"1\"><c t=\"s\"><v>999</v></c></row>"))
        .isEqualTo(WorkbookFault.DAMAGED);
    assertThat(dataOf("<row r=\"1\"><c t=\"q\"><v>9</v></c></row>"))
        .isEqualTo(WorkbookFault.DAMAGED);
    for (String number : List.of("1e999999999", "1e99999", "x", "--1", "1".repeat(5000), "NaN")) {
      assertThat(dataOf("<row r=\"1\"><c><v>%s</v></c></row>".formatted(number)))
          .as(number)
          .isEqualTo(WorkbookFault.DAMAGED);
    }
  }

  // ---- too much ----

  @Test
  void more_than_is_read_is_refused_in_a_small_heap_in_a_short_time(@TempDir Path directory)
      throws IOException, InterruptedException {
    Map<String, WorkbookFault> expected = new LinkedHashMap<>();
    List<Path> files = new ArrayList<>();
    for (Bomb bomb : bombs()) {
      Path file = directory.resolve(bomb.name());
      bomb.writeTo(file);
      files.add(file);
      expected.put(bomb.name(), bomb.fault());
    }
    List<SmallHeap.Outcome> outcomes = SmallHeap.read(256, files);
    assertThat(outcomes)
        .hasSameSizeAs(files)
        .allSatisfy(
            outcome -> {
              assertThat(outcome.outcome())
                  .as(outcome.file())
                  .isIn(expected.get(outcome.file()).name(), WorkbookFault.TOO_LARGE.name());
              assertThat(outcome.millis()).as(outcome.file()).isLessThan(10_000);
            });
    outcomes.forEach(
        outcome ->
            System.out.printf(
                "proof | hostile files | %s: %s, %d ms, peak %d MiB of 256%n",
                outcome.file(), outcome.outcome(), outcome.millis(), outcome.peakMiB()));
  }

  @Test
  void what_is_long_or_many_beside_the_cells_costs_neither_memory_nor_time(@TempDir Path directory)
      throws IOException, InterruptedException {
    byte[] simple = DamagedWorkbookTest.simple();
    Random random = new Random(1);
    StringBuilder code = new StringBuilder();
    while (code.length() < 500_000) {
      code.append('[').append((char) ('a' + random.nextInt(26)));
    }
    String format = "<numFmt numFmtId=\"164\" formatCode=\"" + code + "\"/>";
    byte[] longFormat =
        Zips.with(
            simple,
            "xl/styles.xml",
            utf8(
                "<styleSheet><numFmts>"
                    + format
                    + "</numFmts><cellXfs>"
                    + "<xf numFmtId=\"164\"/>".repeat(1_000)
                    + "</cellXfs></styleSheet>"));
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < 4_000_000; i++) {
      links.append("<a r:id=\"").append(i).append("\"/>");
    }
    byte[] manyLinks =
        Zips.with(
            simple,
            SHEET,
            utf8(
                "<worksheet xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                    + "<sheetData/>"
                    + links
                    + "</worksheet>"));
    List<SmallHeap.Outcome> outcomes =
        SmallHeap.read(
            256,
            List.of(
                Files.write(directory.resolve("format.xlsx"), longFormat),
                Files.write(directory.resolve("links.xlsx"), manyLinks)));
    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(outcome.millis()).isLessThan(10_000))
        .extracting(SmallHeap.Outcome::outcome)
        .containsExactly("30 rows", WorkbookFault.DAMAGED.name());
  }

  @Test
  void a_row_among_a_million_empty_formatted_ones_is_read() throws IOException {
    StringBuilder rows = new StringBuilder("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    for (int i = 2; i <= 100_000; i++) {
      rows.append("<row r=\"")
          .append(i)
          .append("\" s=\"1\" customFormat=\"1\" ht=\"")
          .append(15 + i % 7)
          .append("\"><c r=\"A")
          .append(i)
          .append("\" s=\"1\"/></row>");
    }
    assertThat(Opened.rows(withData(rows.toString()))).hasSize(1);
  }

  @Test
  void the_guard_of_the_whole_jvm_stays_as_it_was() throws IOException {
    double ratio = ZipSecureFile.getMinInflateRatio();
    long entry = ZipSecureFile.getMaxEntrySize();
    long text = ZipSecureFile.getMaxTextSize();
    Opened.rows(DamagedWorkbookTest.simple());
    assertThat(ZipSecureFile.getMinInflateRatio()).isEqualTo(ratio);
    assertThat(ZipSecureFile.getMaxEntrySize()).isEqualTo(entry);
    assertThat(ZipSecureFile.getMaxTextSize()).isEqualTo(text);
  }

  @Test
  void texts_that_cells_share_are_bounded_and_kept_on_disk() throws IOException {
    try (SharedTexts texts = new SharedTexts()) {
      for (int i = 0; i < 600_000; i++) {
        texts.add("text numărul " + i);
      }
      for (int i = 0; i < 600_000; i += 9_973) {
        assertThat(texts.get(i)).isEqualTo("text numărul " + i);
      }
      assertThat(texts.get(599_999)).isEqualTo("text numărul 599999");
      assertThatThrownBy(() -> texts.get(600_000)).isInstanceOf(UnreadableWorkbook.class);
    }
    try (SharedTexts texts = new SharedTexts(10)) {
      for (int i = 0; i < 10; i++) {
        texts.add("");
      }
      assertThatThrownBy(() -> texts.add(""))
          .isInstanceOfSatisfying(
              UnreadableWorkbook.class,
              refusal -> assertThat(refusal.fault()).isEqualTo(WorkbookFault.TOO_MANY_TEXTS));
    }
  }

  @Test
  void what_comes_out_is_bounded_by_what_was_packed() {
    Inflation inflation = new Inflation(1000);
    inflation.add(64L << 20);
    assertThatThrownBy(() -> inflation.add(1)).isInstanceOf(UnreadableWorkbook.class);
    Inflation large = new Inflation(1L << 30);
    large.add(Inflation.MAX_BYTES);
    assertThatThrownBy(() -> large.add(1)).isInstanceOf(UnreadableWorkbook.class);
  }

  private static List<Bomb> bombs() {
    String begin = "<worksheet><sheetData>";
    return List.of(
        new Bomb("rows.xlsx", SHEET, begin, "<row/>", 100 * MEGABYTE, WorkbookFault.TOO_LARGE),
        new Bomb(
            "text.xlsx",
            SHEET,
            begin + "<row><c t=\"inlineStr\"><is><t>",
            "aaaaaaaaaaaaaaaa",
            150 * MEGABYTE,
            WorkbookFault.TEXT_TOO_LONG),
        new Bomb(
            "attribute.xlsx",
            SHEET,
            begin + "<row r=\"",
            "1111111111111111",
            150 * MEGABYTE,
            WorkbookFault.TEXT_TOO_LONG),
        new Bomb(
            "shared.xlsx",
            TEXTS,
            "<sst>",
            "<si><t/></si>",
            150 * MEGABYTE,
            WorkbookFault.TOO_LARGE),
        new Bomb(
            "types.xlsx",
            "[Content_Types].xml",
            "<Types>",
            "<Default Extension=\"x\" ContentType=\"y\"/>",
            100 * MEGABYTE,
            WorkbookFault.TOO_LARGE),
        new Bomb(
            "relations.xlsx",
            "xl/_rels/workbook.xml.rels",
            "<Relationships>",
            "<Relationship Id=\"a\" Type=\"b\" Target=\"c\"/>",
            100 * MEGABYTE,
            WorkbookFault.TOO_LARGE),
        new Bomb(
            "properties.xlsx",
            "docProps/core.xml",
            "<x>",
            "<y/>",
            100 * MEGABYTE,
            WorkbookFault.TOO_LARGE),
        new Bomb(
            "columns.xlsx",
            SHEET,
            begin + "<row>",
            "<c><v>1</v></c>",
            16_384 * 15,
            WorkbookFault.TOO_MANY_COLUMNS),
        new Bomb(
            "cell.xlsx",
            SHEET,
            begin + "<row><c t=\"inlineStr\"><is><t>",
            "a",
            32_767,
            "</t></is></c></row></sheetData></worksheet>",
            WorkbookFault.TEXT_TOO_LONG),
        new Bomb(
            "empty-rows.xlsx",
            SHEET,
            begin,
            "<row s=\"1\" customFormat=\"1\" ht=\"15\"/>",
            1_000_000 * 36,
            "</sheetData></worksheet>",
            WorkbookFault.TOO_LARGE));
  }

  /** A workbook of which one part is very large. */
  private record Bomb(
      String name,
      String part,
      String begin,
      String repeated,
      int length,
      String end,
      WorkbookFault fault) {

    Bomb(String name, String part, String begin, String repeated, int length, WorkbookFault fault) {
      this(name, part, begin, repeated, length, "", fault);
    }

    void writeTo(Path file) throws IOException {
      Map<String, byte[]> parts = Zips.parts(DamagedWorkbookTest.simple());
      parts.remove(part);
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        zip.setLevel(Deflater.BEST_SPEED);
        for (Map.Entry<String, byte[]> each : parts.entrySet()) {
          zip.putNextEntry(new ZipEntry(each.getKey()));
          zip.write(each.getValue());
        }
        zip.putNextEntry(new ZipEntry(part));
        zip.write(utf8(begin));
        byte[] block =
            utf8(repeated.repeat(Math.max(1, Math.min(length, 1 << 16) / repeated.length())));
        for (int written = 0; written < length; written += block.length) {
          zip.write(block);
        }
        zip.write(utf8(end));
      }
    }
  }

  private static WorkbookFault sheetOf(String content) throws IOException {
    return Opened.faultOf(
        Zips.with(
            DamagedWorkbookTest.simple(),
            SHEET,
            utf8("<worksheet>" + content + "<sheetData/></worksheet>")));
  }

  private static WorkbookFault dataOf(String rows) throws IOException {
    return Opened.faultOf(withData(rows));
  }

  private static byte[] withData(String rows) throws IOException {
    return Zips.with(
        DamagedWorkbookTest.simple(),
        SHEET,
        utf8("<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
  }

  private static byte[] ofType(byte[] file, String type) {
    return Zips.changed(
        file,
        "[Content_Types].xml",
        xml ->
            xml.replace(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                type));
  }

  private static byte[] oldFile(String stream) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      file.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), stream);
      return bytes(file);
    }
  }

  private static byte[] bytes(POIFSFileSystem file) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    file.writeFilesystem(to);
    return to.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
