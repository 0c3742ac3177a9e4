package ro.parcurs.crm.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ro.parcurs.crm.digest.Digest;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.CellFault;
import ro.parcurs.crm.spreadsheet.Sheet;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.spreadsheet.SheetRows;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;
import ro.parcurs.crm.spreadsheet.WorkbookSource;

/** Workbooks in a format of its own, which no spreadsheet opens. Thread-safe. */
public final class InMemorySpreadsheets implements Spreadsheets {

  private static final String MAGIC = "workbook of the testkit";
  private static final String END = "end";

  @Override
  public Workbook open(WorkbookSource source) throws IOException {
    byte[] bytes;
    try (InputStream in = source.open()) {
      bytes = in.readAllBytes();
    }
    if (bytes.length == 0) {
      throw new UnreadableWorkbook(WorkbookFault.EMPTY_FILE);
    }
    return new OpenWorkbook(Digest.of(bytes), read(bytes));
  }

  private static Map<String, List<SheetRow>> read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (bytes.length < MAGIC.length() + 2 || !in.readUTF().equals(MAGIC)) {
        throw new UnreadableWorkbook(WorkbookFault.NO_WORKBOOK);
      }
      Map<String, List<SheetRow>> sheets = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        String name = in.readUTF();
        List<SheetRow> rows = new ArrayList<>();
        for (int number = in.readInt(); number > 0; number = in.readInt()) {
          SheetRow row = row(number, in);
          if (!row.cells().isEmpty()) {
            rows.add(row);
          }
        }
        sheets.put(name, rows);
      }
      if (!in.readUTF().equals(END)) {
        throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
      }
      return sheets;
    } catch (IOException e) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED, "", e);
    }
  }

  private static SheetRow row(int number, DataInputStream in) throws IOException {
    List<Cell> cells = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      cells.add(cell(in));
    }
    while (!cells.isEmpty() && cells.get(cells.size() - 1).isBlank()) {
      cells.remove(cells.size() - 1);
    }
    return new SheetRow(number, cells);
  }

  private static Cell cell(DataInputStream in) throws IOException {
    String kind = in.readUTF();
    String text = in.readUTF();
    return switch (kind) {
      case "words" -> Cell.of(text);
      case "figure" -> Cell.of(new BigDecimal(text));
      case "percent" -> new Cell.Figure(new BigDecimal(text), true);
      case "moment" -> new Cell.Moment(LocalDateTime.parse(text));
      case "truth" -> new Cell.Truth(Boolean.parseBoolean(text));
      case "broken" -> new Cell.Broken(CellFault.ERROR_VALUE, text);
      default -> Cell.blank();
    };
  }

  @Override
  public void write(OutputStream to, List<SheetContent> sheets) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(MAGIC);
    out.writeInt(sheets.size());
    for (SheetContent sheet : sheets) {
      out.writeUTF(sheet.name());
      List<List<Cell>> rows = new ArrayList<>();
      rows.add(sheet.columns().stream().map(column -> Cell.of(column.heading())).toList());
      sheet.rows().giveTo(cells -> rows.add(List.copyOf(cells)));
      for (int i = 0; i < rows.size(); i++) {
        out.writeInt(i + 1);
        out.writeInt(rows.get(i).size());
        for (Cell cell : rows.get(i)) {
          write(cell, out);
        }
      }
      out.writeInt(0);
    }
    out.writeUTF(END);
    to.write(bytes.toByteArray());
  }

  private static void write(Cell cell, DataOutputStream out) throws IOException {
    if (cell instanceof Cell.Words words) {
      write(out, "words", words.text());
    } else if (cell instanceof Cell.Figure figure) {
      write(out, figure.percent() ? "percent" : "figure", figure.value().toString());
    } else if (cell instanceof Cell.Moment moment) {
      write(out, "moment", moment.at().toString());
    } else if (cell instanceof Cell.Truth truth) {
      write(out, "truth", Boolean.toString(truth.value()));
    } else if (cell instanceof Cell.Broken broken) {
      write(out, "words", broken.text());
    } else {
      write(out, "blank", "");
    }
  }

  private static void write(DataOutputStream out, String kind, String text) throws IOException {
    out.writeUTF(kind);
    out.writeUTF(text);
  }

  private record OpenWorkbook(Sha256 hash, Map<String, List<SheetRow>> rows) implements Workbook {

    @Override
    public List<String> sheets() {
      return List.copyOf(rows.keySet());
    }

    @Override
    public Sheet sheet(Optional<String> name) {
      String found =
          rows.keySet().stream()
              .filter(each -> name.isEmpty() || each.equalsIgnoreCase(name.get()))
              .findFirst()
              .orElseThrow(
                  () -> new UnreadableWorkbook(WorkbookFault.NO_SUCH_SHEET, name.orElse("")));
      if (rows.get(found).isEmpty()) {
        throw new UnreadableWorkbook(WorkbookFault.EMPTY_SHEET, found);
      }
      return new OpenSheet(found, rows.get(found));
    }

    @Override
    public void close() {
      // nothing is held
    }
  }

  private record OpenSheet(String name, List<SheetRow> content) implements Sheet {

    @Override
    public int size() {
      return content.size();
    }

    @Override
    public SheetRows rows(int from) {
      Iterator<SheetRow> rows =
          content.stream().filter(row -> row.number() >= from).toList().iterator();
      return new SheetRows() {
        @Override
        public boolean hasNext() {
          return rows.hasNext();
        }

        @Override
        public SheetRow next() {
          return rows.next();
        }

        @Override
        public void close() {
          // nothing is held
        }
      };
    }
  }
}
