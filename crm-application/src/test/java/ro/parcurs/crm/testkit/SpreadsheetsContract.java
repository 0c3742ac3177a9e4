package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.Sheet;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.SheetContent.Column;
import ro.parcurs.crm.spreadsheet.SheetContent.Format;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.spreadsheet.SheetRows;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;

/** What every {@link Spreadsheets} does with the workbooks that it writes itself. */
public abstract class SpreadsheetsContract extends PortContract {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("Cod", Format.TEXT, 10),
          new Column("Preț", Format.PRICE, 12),
          new Column("Dată", Format.DAY, 12));

  protected SpreadsheetsContract(Ports ports) {
    super(ports);
  }

  @Test
  void what_is_written_is_read_back_cell_by_cell() throws IOException {
    List<Cell> everything =
        List.of(
            Cell.of("Țesătoria „Șoim” & fiii <SRL>"),
            Cell.of(new BigDecimal("-1234.5678")),
            Cell.of(LocalDate.of(2026, 2, 28)),
            new Cell.Moment(LocalDateTime.of(1900, 1, 1, 23, 59, 59)),
            new Cell.Figure(new BigDecimal("0.05"), true),
            new Cell.Truth(true),
            Cell.of("+40722123456"),
            Cell.of("=1+1"),
            Cell.of("_x0041_ tab\tand\r\nlines \uD83D\uDE00"),
            Cell.of(BigDecimal.ZERO));
    assertThat(rows(written(content("Foaie", List.of(everything)))).get(1).cells())
        .isEqualTo(everything);
  }

  @Test
  void the_headings_are_the_first_row() throws IOException {
    assertThat(rows(written(content("Foaie", List.of()))))
        .containsExactly(
            new SheetRow(1, List.of(Cell.of("Cod"), Cell.of("Preț"), Cell.of("Dată"))));
  }

  @Test
  void blank_cells_and_rows_stop_nothing() throws IOException {
    Cell blank = Cell.blank();
    List<SheetRow> rows =
        rows(
            written(
                content(
                    "Foaie",
                    List.of(
                        List.of(Cell.of("a"), blank, Cell.of("b")),
                        List.of(),
                        List.of(blank, blank),
                        List.of(blank, Cell.of("c"), blank)))));
    assertThat(rows.subList(1, rows.size()))
        .containsExactly(
            new SheetRow(2, List.of(Cell.of("a"), blank, Cell.of("b"))),
            new SheetRow(5, List.of(blank, Cell.of("c"))));
    assertThat(rows.get(2).cell(0)).isEqualTo(blank);
    assertThat(rows.get(2).cell(99)).isEqualTo(blank);
  }

  @Test
  void a_sheet_is_found_by_its_name_or_is_the_first() throws IOException {
    byte[] file =
        written(
            content("Clienți", List.of(List.of(Cell.of("1")))),
            content("Produse", List.of(List.of(Cell.of("2")))));
    try (Workbook workbook = open(file)) {
      assertThat(workbook.sheets()).containsExactly("Clienți", "Produse");
      assertThat(workbook.sheet(Optional.empty()).name()).isEqualTo("Clienți");
      Sheet named = workbook.sheet(Optional.of("produse"));
      assertThat(named.name()).isEqualTo("Produse");
      assertThat(read(named, 1).get(1).cell(0).text()).isEqualTo("2");
      assertThatThrownBy(() -> workbook.sheet(Optional.of("Altele")))
          .isInstanceOfSatisfying(
              UnreadableWorkbook.class,
              refusal -> assertThat(refusal.fault()).isEqualTo(WorkbookFault.NO_SUCH_SHEET));
    }
  }

  @Test
  void rows_are_read_from_any_place_and_as_often_as_asked() throws IOException {
    List<List<Cell>> many = new ArrayList<>();
    for (int i = 2; i <= 50; i++) {
      many.add(List.of(Cell.of(BigDecimal.valueOf(i))));
    }
    try (Workbook workbook = open(written(content("Foaie", many)))) {
      Sheet sheet = workbook.sheet(Optional.empty());
      assertThat(sheet.size()).isEqualTo(50);
      assertThat(read(sheet, 49)).extracting(SheetRow::number).containsExactly(49, 50);
      assertThat(read(sheet, 1)).hasSize(50);
      assertThat(read(sheet, 51)).isEmpty();
    }
  }

  @Test
  void the_hash_is_that_of_the_bytes() throws IOException {
    byte[] one = written(content("Foaie", List.of(List.of(Cell.of("1")))));
    byte[] other = written(content("Foaie", List.of(List.of(Cell.of("2")))));
    try (Workbook first = open(one);
        Workbook again = open(one.clone());
        Workbook second = open(other)) {
      assertThat(first.hash()).isEqualTo(again.hash()).isNotEqualTo(second.hash());
    }
  }

  @Test
  void what_is_empty_is_none_or_cut_is_refused() throws IOException {
    assertThat(faultOf(new byte[0])).isEqualTo(WorkbookFault.EMPTY_FILE);
    assertThat(faultOf(new byte[] {1, 2, 3, 4, 5, 0, 7, 8})).isEqualTo(WorkbookFault.NO_WORKBOOK);
    byte[] whole = written(content("Foaie", List.of(List.of(Cell.of("1")))));
    for (int length = whole.length - 1; length > 30; length -= 1 + whole.length / 40) {
      assertThat(faultOf(Arrays.copyOf(whole, length))).isEqualTo(WorkbookFault.DAMAGED);
    }
  }

  @Test
  void a_sheet_without_content_is_refused() throws IOException {
    byte[] file = written(new SheetContent("Foaie", List.of(), sheet -> {}));
    assertThat(faultOf(file)).isEqualTo(WorkbookFault.EMPTY_SHEET);
  }

  @Test
  void a_stream_that_takes_no_more_is_told_as_it_is() {
    IOException full = new IOException("no space left");
    OutputStream stream =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw full;
          }
        };
    assertThatThrownBy(
            () ->
                port(Spreadsheets.class)
                    .write(stream, List.of(content("Foaie", List.of(List.of(Cell.of("1")))))))
        .isSameAs(full);
  }

  @Test
  void who_gives_the_rows_may_break_off() {
    IllegalStateException broken = new IllegalStateException("broken off");
    assertThatThrownBy(
            () ->
                written(
                    new SheetContent(
                        "Foaie",
                        COLUMNS,
                        sheet -> {
                          throw broken;
                        })))
        .isSameAs(broken);
  }

  private WorkbookFault faultOf(byte[] file) throws IOException {
    try (Workbook workbook = open(file)) {
      workbook.sheet(Optional.empty());
      throw new AssertionError("a file of %d bytes was read".formatted(file.length));
    } catch (UnreadableWorkbook refusal) {
      return refusal.fault();
    }
  }

  private List<SheetRow> rows(byte[] file) throws IOException {
    try (Workbook workbook = open(file)) {
      return read(workbook.sheet(Optional.empty()), 1);
    }
  }

  private static List<SheetRow> read(Sheet sheet, int from) {
    List<SheetRow> all = new ArrayList<>();
    try (SheetRows rows = sheet.rows(from)) {
      rows.forEachRemaining(all::add);
    }
    return all;
  }

  private Workbook open(byte[] file) throws IOException {
    return port(Spreadsheets.class).open(() -> new ByteArrayInputStream(file));
  }

  private byte[] written(SheetContent... sheets) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    port(Spreadsheets.class).write(to, List.of(sheets));
    return to.toByteArray();
  }

  private static SheetContent content(String name, List<List<Cell>> rows) {
    return new SheetContent(name, COLUMNS, rows::forEach);
  }
}
