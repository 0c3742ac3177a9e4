package ro.parcurs.crm.adapter.xls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.CellFault;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.testkit.Cuis;

/** What people have in their cells, in both formats. */
class CellsAsPeopleHaveThemTest {

  enum Format {
    XLSX(XSSFWorkbook::new),
    XLS(HSSFWorkbook::new);

    private final Supplier<Workbook> made;

    Format(Supplier<Workbook> made) {
      this.made = made;
    }

    byte[] file(Consumer<Sheet> filling) throws IOException {
      try (Workbook workbook = made.get()) {
        filling.accept(workbook.createSheet("Foaie"));
        return bytes(workbook);
      }
    }
  }

  private static byte[] bytes(Workbook workbook) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    workbook.write(to);
    return to.toByteArray();
  }

  private static List<Cell> cells(byte[] file) throws IOException {
    return Opened.rows(file).get(0).cells();
  }

  @ParameterizedTest
  @EnumSource
  void a_fiscal_code_is_one_however_it_was_typed(Format format) throws IOException {
    Cui cui = Cuis.next();
    long digits = Long.parseLong(cui.digits());
    byte[] file =
        format.file(
            sheet -> {
              Row row = sheet.createRow(0);
              row.createCell(0).setCellValue(digits);
              row.createCell(1).setCellValue(cui.digits());
              row.createCell(2).setCellValue("RO" + digits);
              row.createCell(3).setCellValue("  ro \u00A0" + digits + "\u200B");
              row.createCell(4).setCellValue("\uFEFF" + digits + " ");
              row.createCell(5).setCellValue(digits);
              CellStyle scientific = sheet.getWorkbook().createCellStyle();
              scientific.setDataFormat((short) 11);
              row.getCell(5).setCellStyle(scientific);
            });
    assertThat(cells(file))
        .hasSize(6)
        .allSatisfy(cell -> assertThat(Cui.of(cell.text())).isEqualTo(cui));
  }

  @Test
  void a_fiscal_code_written_with_an_exponent_is_the_number() throws IOException {
    byte[] plain = Format.XLSX.file(sheet -> sheet.createRow(0).createCell(0).setCellValue(7));
    byte[] file =
        Zips.changed(
            plain,
            "xl/worksheets/sheet1.xml",
            xml -> xml.replaceAll("<v>7(\\.0)?</v>", "<v>1.2345674E7</v>"));
    assertThat(cells(file).get(0)).isEqualTo(Cell.of(new BigDecimal("12345674")));
    assertThat(cells(file).get(0).text()).isEqualTo("12345674");
  }

  @ParameterizedTest
  @EnumSource
  void a_phone_is_one_even_when_its_zero_was_eaten(Format format) throws IOException {
    byte[] file =
        format.file(
            sheet -> {
              Row row = sheet.createRow(0);
              row.createCell(0).setCellValue(722123456);
              row.createCell(1).setCellValue("0722 123 456");
              row.createCell(2).setCellValue(40722123456d);
            });
    assertThat(cells(file))
        .extracting(Cell::text)
        .containsExactly("722123456", "0722 123 456", "40722123456");
    assertThat(PhoneNumber.of(cells(file).get(0).text())).isEqualTo(PhoneNumber.of("0722123456"));
  }

  @ParameterizedTest
  @EnumSource
  void long_numbers_keep_their_digits_and_sums_their_meaning(Format format) throws IOException {
    byte[] file =
        format.file(
            sheet -> {
              Row row = sheet.createRow(0);
              row.createCell(0).setCellValue(40712345678901d);
              row.createCell(1).setCellValue(0.1 + 0.2);
              row.createCell(2).setCellValue(-1234.5);
              row.createCell(3).setCellValue(1e-7);
            });
    assertThat(cells(file))
        .extracting(Cell::text)
        .containsExactly("40712345678901", "0.3", "-1234.5", "0.0000001");
  }

  @ParameterizedTest
  @EnumSource
  void dates_are_dates_and_percentages_are_percentages(Format format) throws IOException {
    byte[] file =
        format.file(
            sheet -> {
              Row row = sheet.createRow(0);
              date(row, 0, 46020.75, "dd.mm.yyyy hh:mm");
              date(row, 1, 46020, "d mmmm yyyy");
              date(row, 2, 59, "dd/mm/yy");
              date(row, 3, 60, "dd/mm/yy");
              date(row, 4, 61, "dd/mm/yy");
              date(row, 5, -1, "dd/mm/yy");
              date(row, 6, 0.05, "0.0%");
              date(row, 7, 5, "0.0\"%\"");
              row.createCell(8).setCellValue("31.12.2025");
            });
    List<Cell> cells = cells(file);
    assertThat(cells.get(0)).isEqualTo(new Cell.Moment(LocalDateTime.of(2025, 12, 29, 18, 0)));
    assertThat(cells.get(1)).isEqualTo(Cell.of(LocalDate.of(2025, 12, 29)));
    assertThat(cells.get(1).text()).isEqualTo("29.12.2025");
    assertThat(cells.get(2)).isEqualTo(Cell.of(LocalDate.of(1900, 2, 28)));
    assertThat(cells.get(3))
        .isEqualTo(new Cell.Broken(CellFault.NO_DATE, "60" + (format == Format.XLS ? ".0" : ".0")));
    assertThat(cells.get(4)).isEqualTo(Cell.of(LocalDate.of(1900, 3, 1)));
    assertThat(cells.get(5)).isInstanceOf(Cell.Broken.class);
    assertThat(cells.get(6)).isEqualTo(new Cell.Figure(new BigDecimal("0.05"), true));
    assertThat(cells.get(6).text()).isEqualTo("5%");
    assertThat(cells.get(7)).isEqualTo(Cell.of(new BigDecimal("5")));
    assertThat(cells.get(8).text()).isEqualTo("31.12.2025");
  }

  private static void date(Row row, int column, double serial, String format) {
    CellStyle style = row.getSheet().getWorkbook().createCellStyle();
    style.setDataFormat(
        row.getSheet().getWorkbook().getCreationHelper().createDataFormat().getFormat(format));
    row.createCell(column).setCellValue(serial);
    row.getCell(column).setCellStyle(style);
  }

  @Test
  void dates_may_be_counted_from_1904() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      date(workbook.createSheet().createRow(0), 0, 44558, "dd.mm.yyyy");
      workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
      assertThat(cells(bytes(workbook)).get(0)).isEqualTo(Cell.of(LocalDate.of(2025, 12, 29)));
    }
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      date(workbook.createSheet().createRow(0), 0, 44558, "dd.mm.yyyy");
      workbook.getInternalWorkbook().getWorkbookRecordList().getRecords().stream()
          .filter(record -> record instanceof org.apache.poi.hssf.record.DateWindow1904Record)
          .forEach(
              record ->
                  ((org.apache.poi.hssf.record.DateWindow1904Record) record)
                      .setWindowing((short) 1));
      assertThat(cells(bytes(workbook)).get(0)).isEqualTo(Cell.of(LocalDate.of(2025, 12, 29)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void letters_with_cedilla_and_with_comma_both_survive(Format format) throws IOException {
    String both = "Șțăâî ȘȚĂÂÎ şţ ŞŢ \uD83D\uDE00";
    byte[] file = format.file(sheet -> sheet.createRow(0).createCell(0).setCellValue(both));
    assertThat(cells(file)).containsExactly(Cell.of(both));
  }

  @ParameterizedTest
  @EnumSource
  void a_formula_is_its_result_and_none_is_no_zero(Format format) throws IOException {
    byte[] file =
        format.file(
            sheet -> {
              Row row = sheet.createRow(0);
              row.createCell(0).setCellFormula("1+2");
              row.createCell(1).setCellFormula("\"a\"&\"b\"");
              row.createCell(2).setCellFormula("1=1");
              row.createCell(3).setCellFormula("1/0");
              row.createCell(4).setCellFormula("\"\"");
              sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
              row.createCell(5).setCellFormula("40+2");
            });
    assertThat(cells(file))
        .containsExactly(
            Cell.of(new BigDecimal("3")),
            Cell.of("ab"),
            new Cell.Truth(true),
            new Cell.Broken(CellFault.ERROR_VALUE, "#DIV/0!"),
            Cell.blank(),
            new Cell.Broken(CellFault.NOT_CALCULATED, "="));
  }

  @ParameterizedTest
  @EnumSource
  void an_error_is_no_value(Format format) throws IOException {
    byte[] file =
        format.file(
            sheet ->
                sheet
                    .createRow(0)
                    .createCell(0)
                    .setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.NA.getCode()));
    assertThat(cells(file)).containsExactly(new Cell.Broken(CellFault.ERROR_VALUE, "#N/A"));
  }

  @ParameterizedTest
  @EnumSource
  void a_merged_cell_counts_for_each_of_its_rows(Format format) throws IOException {
    byte[] file =
        format.file(
            sheet -> {
              for (int i = 0; i < 4; i++) {
                sheet.createRow(i).createCell(1).setCellValue(i);
              }
              sheet.getRow(1).createCell(0).setCellValue("Cluj");
              sheet.getRow(1).createCell(2).setCellValue("două coloane");
              sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
              sheet.addMergedRegion(new CellRangeAddress(1, 1, 2, 3));
            });
    assertThat(Opened.texts(file))
        .containsExactly(
            List.of("", "0"),
            List.of("Cluj", "1", "două coloane"),
            List.of("Cluj", "2"),
            List.of("", "3"));
  }

  @ParameterizedTest
  @EnumSource
  void hidden_rows_count_and_hidden_sheets_are_only_read_by_name(Format format) throws IOException {
    try (Workbook workbook = format.made.get()) {
      workbook.createSheet("Ascunsă").createRow(0).createCell(0).setCellValue("h");
      Sheet shown = workbook.createSheet("Vizibilă");
      shown.createRow(0).createCell(0).setCellValue("1");
      shown.createRow(1).createCell(0).setCellValue("2");
      shown.getRow(1).setZeroHeight(true);
      shown.setColumnHidden(0, true);
      workbook.setActiveSheet(1);
      workbook.setSheetVisibility(0, SheetVisibility.HIDDEN);
      byte[] file = bytes(workbook);
      assertThat(Opened.texts(file)).containsExactly(List.of("1"), List.of("2"));
      assertThat(Opened.rows(file, Optional.of("ascunsă")))
          .containsExactly(new SheetRow(1, List.of(Cell.of("h"))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void blank_cells_and_rows_are_passed_over_and_the_numbers_tell_it(Format format)
      throws IOException {
    byte[] file =
        format.file(
            sheet -> {
              sheet.createRow(2).createCell(1).setCellValue("a");
              sheet.createRow(3).createCell(0).setCellValue(" \u00A0\u200B\uFEFF");
              sheet.createRow(900).createCell(3).setCellValue("z");
              sheet.getRow(900).createCell(9);
            });
    Cell blank = Cell.blank();
    assertThat(Opened.rows(file))
        .containsExactly(
            new SheetRow(3, List.of(blank, Cell.of("a"))),
            new SheetRow(901, List.of(blank, blank, blank, Cell.of("z"))));
  }

  @Test
  void runs_of_a_rich_text_are_one_text_and_how_to_say_it_is_none() throws IOException {
    byte[] plain = Format.XLSX.file(sheet -> sheet.createRow(0).createCell(0).setCellValue("x"));
    byte[] file =
        Zips.changed(
            plain,
            "xl/sharedStrings.xml",
            xml ->
                xml.replaceAll(
                    "<si>.*</si>",
                    "<si><r><t>Ru</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">n </t></r>"
                        + "<r><t>_x0041_</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si>"));
    assertThat(cells(file)).containsExactly(Cell.of("Run A"));
  }

  @Test
  void cells_and_rows_need_not_say_where_they_are() throws IOException {
    byte[] plain = Format.XLSX.file(sheet -> sheet.createRow(0).createCell(0).setCellValue(7));
    byte[] file =
        Zips.changed(
            plain,
            "xl/worksheets/sheet1.xml",
            xml ->
                xml.replaceAll(
                    "<sheetData>.*</sheetData>",
                    "<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row/>"
                        + "<row><c t=\"d\"><v>2026-01-31</v></c></row></sheetData>"));
    assertThat(Opened.texts(file)).containsExactly(List.of("1", "", "3"), List.of("31.01.2026"));
  }
}
