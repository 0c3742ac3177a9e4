package ro.parcurs.crm.adapter.xls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.spreadsheet.Sheet;
import ro.parcurs.crm.spreadsheet.SheetRows;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;

/** An open file, and the sheets of it that were read. */
final class ExcelWorkbook implements Workbook {

  private static final Logger LOG = LoggerFactory.getLogger(ExcelWorkbook.class);

  private final KeptFile kept;
  private final SheetSource source;
  private final Map<String, SpooledSheet> read = new HashMap<>();

  ExcelWorkbook(KeptFile kept, SheetSource source) {
    this.kept = kept;
    this.source = source;
  }

  @Override
  public Sha256 hash() {
    return kept.hash();
  }

  @Override
  public List<String> sheets() {
    return source.visible();
  }

  @Override
  public synchronized Sheet sheet(Optional<String> name) {
    String found = name.map(this::named).orElseGet(this::first);
    SpooledSheet sheet = read.get(found);
    if (sheet == null) {
      sheet = ExcelSpreadsheets.guarded(() -> read(found));
      read.put(found, sheet);
    }
    return sheet;
  }

  private String named(String name) {
    return source.all().stream()
        .filter(sheet -> sheet.strip().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() -> new UnreadableWorkbook(WorkbookFault.NO_SUCH_SHEET, name));
  }

  private String first() {
    return source.visible().stream()
        .findFirst()
        .orElseThrow(() -> new UnreadableWorkbook(WorkbookFault.NO_SHEET));
  }

  private SpooledSheet read(String name) throws IOException {
    RowSpool spool = new RowSpool();
    try {
      MergedCells merged = new MergedCells();
      source.read(name, spool, merged);
      spool.finish();
      if (spool.size() == 0) {
        throw new UnreadableWorkbook(WorkbookFault.EMPTY_SHEET, name);
      }
      return new SpooledSheet(name, spool, merged);
    } catch (IOException | RuntimeException e) {
      spool.close();
      throw e;
    }
  }

  @Override
  public synchronized void close() {
    List<AutoCloseable> all = new ArrayList<>(List.of(source, kept));
    read.values().forEach(sheet -> all.add(sheet.spool()));
    for (AutoCloseable each : all) {
      try {
        each.close();
      } catch (Exception e) {
        LOG.warn("a file kept for reading was not removed", e);
      }
    }
  }

  private record SpooledSheet(String name, RowSpool spool, MergedCells merged) implements Sheet {

    @Override
    public int size() {
      return spool.size();
    }

    @Override
    public SheetRows rows(int from) {
      return spool.rows(from, merged);
    }
  }
}
