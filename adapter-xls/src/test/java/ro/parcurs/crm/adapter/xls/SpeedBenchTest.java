package ro.parcurs.crm.adapter.xls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.SheetContent.Column;
import ro.parcurs.crm.spreadsheet.SheetContent.Format;
import ro.parcurs.crm.spreadsheet.SheetRows;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.testkit.Bench;

/** How fast workbooks of twelve columns are written and read, and that size doesn't slow it. */
@Tag("bench")
@Timeout(3600)
class SpeedBenchTest {

  /** At most 1.3 times the time. */
  private static final double PROMISED_OF_WRITER = 1 / 1.3;

  /** At most 15 percent more time a row. */
  private static final double PROMISED_OF_GROWTH = 1 / 1.15;

  private static final int EXPORTED = Integer.getInteger("parcurs.bench.leads", 200_000);
  private static final int MANY = Integer.getInteger("parcurs.bench.rows", 1_000_000);
  private static final int PARTS = 50;

  /** What rows are flushed together by the reference, so that it streams too. */
  private static final int FLUSHED = 1_000;

  private static final int PACKING = 2;

  private static final List<Column> COLUMNS =
      List.of(
          new Column("CUI", Format.TEXT, 12),
          new Column("Denumire", Format.TEXT, 40),
          new Column("Județ", Format.TEXT, 12),
          new Column("Localitate", Format.TEXT, 20),
          new Column("Stradă", Format.TEXT, 30),
          new Column("Telefon", Format.TEXT, 16),
          new Column("E-mail", Format.TEXT, 30),
          new Column("Note", Format.TEXT, 30),
          new Column("Angajați", Format.WHOLE, 10),
          new Column("Cifra de afaceri", Format.AMOUNT, 16),
          new Column("Termen", Format.DAY, 12),
          new Column("Adăugat la", Format.TIME, 18));

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final LocalDateTime TIME = DAY.atTime(9, 30);

  @TempDir Path directory;

  @Test
  void an_export_takes_at_most_1_3_times_as_long_as_the_fastest_writer_alone() throws Exception {
    Path ours = directory.resolve("ours.xlsx");
    Path theirs = directory.resolve("theirs.xlsx");
    double ratio =
        Bench.ratio(
            "export of %,d rows".formatted(EXPORTED),
            "rows",
            EXPORTED,
            () -> written(ours, EXPORTED),
            "fastexcel alone",
            () -> writtenByReference(theirs, EXPORTED));
    System.out.printf(
        "bench | the files | %,d and %,d bytes%n", Files.size(ours), Files.size(theirs));
    assertThat(rowsOf(ours)).isEqualTo(rowsOf(theirs)).isEqualTo(EXPORTED + 1);
    assertThat(ratio).isGreaterThanOrEqualTo(PROMISED_OF_WRITER);
  }

  @Test
  void an_export_of_many_rows_takes_as_long_a_row_as_one_of_few() throws Exception {
    Path file = directory.resolve("written.xlsx");
    double ratio =
        Bench.ratio(
            "export of %,d rows".formatted(MANY),
            "rows",
            MANY,
            () -> written(file, MANY),
            "%d times %,d rows".formatted(PARTS, MANY / PARTS),
            () -> {
              Duration took = Duration.ZERO;
              for (int i = 0; i < PARTS; i++) {
                took = took.plus(written(file, MANY / PARTS));
              }
              return took;
            });
    assertThat(ratio).isGreaterThanOrEqualTo(PROMISED_OF_GROWTH);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void reading_many_rows_takes_as_long_a_row_as_reading_few(boolean shared) throws Exception {
    Path many = directory.resolve("many.xlsx");
    Path few = directory.resolve("few.xlsx");
    ManyRowsTest.write(many, MANY, shared);
    ManyRowsTest.write(few, MANY / PARTS, shared);
    double ratio =
        Bench.ratio(
            "reading %,d rows, texts %s".formatted(MANY, shared ? "shared" : "in their cells"),
            "rows",
            MANY,
            () -> read(many, MANY),
            "%d times %,d rows".formatted(PARTS, MANY / PARTS),
            () -> {
              Duration took = Duration.ZERO;
              for (int i = 0; i < PARTS; i++) {
                took = took.plus(read(few, MANY / PARTS));
              }
              return took;
            });
    assertThat(ratio).isGreaterThanOrEqualTo(PROMISED_OF_GROWTH);
  }

  // ---- the product ----

  private static Duration written(Path file, int rows) throws IOException {
    long start = System.nanoTime();
    try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
      new ExcelSpreadsheets()
          .write(to, List.of(new SheetContent("Leaduri", COLUMNS, sheet -> giveRows(rows, sheet))));
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static void giveRows(int rows, Consumer<List<Cell>> sheet) {
    for (int i = 0; i < rows; i++) {
      sheet.accept(
          List.of(
              Cell.of(cui(i)),
              Cell.of(name(i)),
              Cell.of("Cluj"),
              Cell.of("Cluj-Napoca"),
              Cell.of(street(i)),
              Cell.of(phone(i)),
              Cell.of(email(i)),
              Cell.of(note(i)),
              Cell.of(BigDecimal.valueOf(i % 500)),
              Cell.of(turnover(i)),
              Cell.of(DAY.plusDays(i % 300)),
              new Cell.Moment(TIME.plusMinutes(i))));
    }
  }

  private static Duration read(Path file, int rows) throws IOException {
    long start = System.nanoTime();
    int count = rowsOf(file);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(count).isEqualTo(rows);
    return took;
  }

  private static int rowsOf(Path file) throws IOException {
    int count = 0;
    try (Workbook workbook = new ExcelSpreadsheets().open(() -> Files.newInputStream(file));
        SheetRows rows = workbook.sheet(Optional.empty()).rows()) {
      for (; rows.hasNext(); count++) {
        rows.next();
      }
    }
    return count;
  }

  // ---- the reference ----

  /**
   * At the level of packing that the product has, texts in their cells; dates stay numbers without
   * a format.
   */
  private static Duration writtenByReference(Path file, int rows) throws IOException {
    long start = System.nanoTime();
    try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file));
        org.dhatim.fastexcel.Workbook workbook =
            new org.dhatim.fastexcel.Workbook(to, "Parcurs", "1.0")) {
      workbook.setCompressionLevel(PACKING);
      Worksheet sheet = workbook.newWorksheet("Leaduri");
      for (int column = 0; column < COLUMNS.size(); column++) {
        sheet.inlineString(0, column, COLUMNS.get(column).heading());
      }
      for (int i = 0; i < rows; i++) {
        int row = i + 1;
        sheet.inlineString(row, 0, cui(i));
        sheet.inlineString(row, 1, name(i));
        sheet.inlineString(row, 2, "Cluj");
        sheet.inlineString(row, 3, "Cluj-Napoca");
        sheet.inlineString(row, 4, street(i));
        sheet.inlineString(row, 5, phone(i));
        sheet.inlineString(row, 6, email(i));
        sheet.inlineString(row, 7, note(i));
        sheet.value(row, 8, i % 500);
        sheet.value(row, 9, turnover(i));
        sheet.value(row, 10, DAY.plusDays(i % 300));
        sheet.value(row, 11, TIME.plusMinutes(i));
        if (row % FLUSHED == 0) {
          sheet.flush();
        }
      }
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  // ---- the rows ----

  private static String cui(int i) {
    return String.valueOf(9_900_000_000L + i);
  }

  private static String name(int i) {
    return "Construcții și Servicii " + i + " SRL";
  }

  private static String street(int i) {
    return "Strada Lungă nr. " + i;
  }

  private static String phone(int i) {
    return "+40" + (722_000_000 + i);
  }

  private static String email(int i) {
    return "contact" + i + "@exemplu.ro";
  }

  private static String note(int i) {
    return "Notă despre firma " + i;
  }

  private static BigDecimal turnover(int i) {
    return BigDecimal.valueOf(100_000_000L + i, 2);
  }
}
