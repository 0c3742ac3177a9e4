package ro.parcurs.crm.adapter.xls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.SheetContent.Column;
import ro.parcurs.crm.spreadsheet.SheetContent.Format;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.Proof;

/** Promises P16 and P17: what is exported is read back equal, fiscal codes and phones included. */
class RoundTripTest {

  private static final int WORKBOOKS = Proof.tries(20, 1_000);
  private static final int CODES = Proof.tries(1_000, 10_000);
  private static final Format[] FORMATS = Format.values();
  private static final List<String> HOSTILE =
      List.of(
          "=1+1",
          "+40722123456",
          "-5",
          "@SUM(A1)",
          "=cmd|'/c calc'!A0",
          "\t=1",
          "_x0041_",
          "_x005F_",
          "<t>&amp;\"'",
          "Șțăâî şţ",
          "\uD83D\uDE00",
          "a\nb\r\nc",
          "%",
          "|",
          "\u0001\u0008x",
          "\uFFFEx",
          "1e5");

  @Test
  @Timeout(60 * 60)
  void what_is_written_is_read_back_equal() throws IOException {
    long seed = Proof.seed();
    long began = System.nanoTime();
    Random random = new Random(seed);
    int cells = 0;
    for (int i = 0; i < WORKBOOKS; i++) {
      List<SheetRow> rows = rows(random);
      cells += rows.stream().mapToInt(row -> row.cells().size()).sum();
      assertThat(Opened.rows(written(rows))).as("workbook %d of seed %d", i, seed).isEqualTo(rows);
    }
    Proof.report(
        "P16",
        seed,
        Duration.ofNanos(System.nanoTime() - began),
        "%d workbooks, %d cells, 0 different".formatted(WORKBOOKS, cells));
  }

  @Test
  void a_text_that_looks_like_a_formula_is_a_text_marked_as_one_to_others_too() throws IOException {
    List<SheetRow> rows = new ArrayList<>();
    for (String hostile : HOSTILE) {
      rows.add(new SheetRow(rows.size() + 2, List.of(Cell.of(hostile), Cell.of("x"))));
    }
    rows.add(
        new SheetRow(
            rows.size() + 2, List.of(Cell.of(new BigDecimal("-7.5")), Cell.of("+40722123456"))));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written(rows)))) {
      for (Row row : workbook.getSheetAt(0)) {
        for (org.apache.poi.ss.usermodel.Cell cell : row) {
          assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
          if (cell.getCellType() == CellType.STRING
              && cell.getStringCellValue().matches("(?s)[=+\\-@].*")) {
            assertThat(cell.getCellStyle().getQuotePrefixed())
                .as(cell.getStringCellValue())
                .isTrue();
          }
        }
      }
      Row last = workbook.getSheetAt(0).getRow(rows.size());
      assertThat(last.getCell(0).getNumericCellValue()).isEqualTo(-7.5);
      assertThat(last.getCell(1).getStringCellValue()).isEqualTo("+40722123456");
      assertThat(workbook.getSheetAt(0).getPaneInformation().isFreezePane()).isTrue();
    }
  }

  @Test
  void fiscal_codes_phones_and_diacritics_survive_as_texts_and_as_numbers() throws IOException {
    long began = System.nanoTime();
    Random random = new Random(1);
    List<Cui> cuis = new ArrayList<>();
    List<PhoneNumber> phones = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<SheetRow> rows = new ArrayList<>();
    for (int i = 0; i < CODES; i++) {
      Cui cui = Cuis.next();
      PhoneNumber phone = PhoneNumber.of("07" + (10_000_000 + random.nextInt(89_999_999)));
      String name = "Țesătoria Șoim " + "ăâîșțşţĂÂÎȘȚ".charAt(random.nextInt(12)) + i;
      cuis.add(cui);
      phones.add(phone);
      names.add(name);
      rows.add(
          new SheetRow(
              i + 2,
              List.of(
                  Cell.of(cui.digits()),
                  Cell.of(new BigDecimal(cui.digits())),
                  Cell.of(phone.value()),
                  Cell.of(new BigDecimal(phone.value().substring(3))),
                  Cell.of(name))));
    }
    List<SheetRow> read = Opened.rows(written(rows));
    for (int i = 0; i < CODES; i++) {
      SheetRow row = read.get(i);
      assertThat(Cui.of(row.cell(0).text())).isEqualTo(cuis.get(i));
      assertThat(Cui.of(row.cell(1).text())).isEqualTo(cuis.get(i));
      assertThat(PhoneNumber.of(row.cell(2).text())).isEqualTo(phones.get(i));
      assertThat(PhoneNumber.of(row.cell(3).text())).isEqualTo(phones.get(i));
      assertThat(row.cell(4).text()).isEqualTo(names.get(i));
    }
    Proof.report(
        "P17",
        1,
        Duration.ofNanos(System.nanoTime() - began),
        CODES + " companies, each code and phone as text and as number, 0 different");
  }

  /** Without headings, so that the first row written is blank and read rows begin at 2. */
  static byte[] written(List<SheetRow> rows) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      columns.add(new Column("", FORMATS[i % FORMATS.length], 10));
    }
    new ExcelSpreadsheets()
        .write(
            to,
            List.of(
                new SheetContent(
                    "Foaie",
                    columns,
                    sheet -> {
                      int number = 2;
                      for (SheetRow row : rows) {
                        for (; number < row.number(); number++) {
                          sheet.accept(List.of());
                        }
                        sheet.accept(row.cells());
                        number++;
                      }
                    })));
    return to.toByteArray();
  }

  private static List<SheetRow> rows(Random random) {
    List<SheetRow> rows = new ArrayList<>();
    int number = 1;
    for (int i = 1 + random.nextInt(60); i > 0; i--) {
      number += 1 + random.nextInt(3);
      List<Cell> cells = new ArrayList<>();
      for (int column = random.nextInt(12); column > 0; column--) {
        cells.add(cell(random));
      }
      cells.add(Cell.of("z"));
      rows.add(new SheetRow(number, cells));
    }
    return rows;
  }

  private static Cell cell(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> Cell.of(HOSTILE.get(random.nextInt(HOSTILE.size())));
      case 1 -> Cell.of(text(random));
      case 2 -> new Cell.Figure(number(random), false);
      case 3 -> new Cell.Figure(number(random), true);
      case 4 ->
          new Cell.Moment(
              LocalDateTime.of(1900, 1, 1, 0, 0).plusSeconds(random.nextInt(Integer.MAX_VALUE)));
      case 5 -> new Cell.Truth(random.nextBoolean());
      case 6 -> Cell.of(BigDecimal.valueOf(random.nextInt()));
      default -> Cell.blank();
    };
  }

  private static BigDecimal number(Random random) {
    return new BigDecimal(new BigInteger(49, random), random.nextInt(12) - 2)
        .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      int c = random.nextInt(random.nextInt(4) == 0 ? 0x11000 : 0x180);
      if (c != 0 && !(c >= 0xD800 && c <= 0xDFFF)) {
        text.appendCodePoint(c);
      }
    }
    return text.toString();
  }
}
