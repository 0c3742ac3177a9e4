package ro.parcurs.crm.adapter.xls;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BlankRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.CellFault;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;

/** A workbook of Excel 97 to 2003, read record by record with POI's event model. */
final class XlsWorkbook implements SheetSource {

  /** 65,536 rows of twelve columns take about 17 MB. */
  static final long MAX_BYTES = 96L << 20;

  private static final Set<String> STREAMS = Set.of("Workbook", "WORKBOOK");
  private static final Set<String> OLD_STREAMS = Set.of("Book", "BOOK");

  private final POIFSFileSystem file;
  private final String stream;
  private final Directory directory = new Directory();

  private XlsWorkbook(POIFSFileSystem file) throws IOException {
    this.file = file;
    this.stream = findStream(file.getRoot());
    process(directory);
    directory.requireWhole();
  }

  static SheetSource open(KeptFile kept) throws IOException {
    if (kept.file().length() > MAX_BYTES) {
      throw new UnreadableWorkbook(WorkbookFault.TOO_LARGE);
    }
    POIFSFileSystem file = new POIFSFileSystem(kept.file(), true);
    try {
      return new XlsWorkbook(file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static String findStream(DirectoryNode root) {
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      throw new UnreadableWorkbook(WorkbookFault.PASSWORD);
    }
    if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
      throw new UnreadableWorkbook(WorkbookFault.MACROS);
    }
    for (String name : root.getEntryNames()) {
      if (STREAMS.contains(name)) {
        return name;
      }
    }
    throw new UnreadableWorkbook(
        root.getEntryNames().stream().anyMatch(OLD_STREAMS::contains)
            ? WorkbookFault.OLD_FORMAT
            : WorkbookFault.NO_WORKBOOK);
  }

  private void process(HSSFListener listener) throws IOException {
    HSSFRequest request = new HSSFRequest();
    request.addListenerForAllRecords(listener);
    try (InputStream in = file.createDocumentInputStream(stream)) {
      new HSSFEventFactory().processEvents(request, in);
    }
  }

  @Override
  public List<String> visible() {
    return directory.sheets.stream()
        .filter(sheet -> !sheet.isHidden() && !sheet.isVeryHidden())
        .map(BoundSheetRecord::getSheetname)
        .toList();
  }

  @Override
  public List<String> all() {
    return directory.sheets.stream().map(BoundSheetRecord::getSheetname).toList();
  }

  @Override
  public void read(String name, RowSpool spool, MergedCells merged) throws IOException {
    BoundSheetRecord[] inFile = BoundSheetRecord.orderByBofPosition(directory.sheets);
    int place = 0;
    while (!inFile[place].getSheetname().equals(name)) {
      place++;
    }
    Reading reading =
        new Reading(place, new RowCollector(spool, directory.formats, directory.serials), merged);
    process(reading);
    reading.requireWhole();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Carries a fault of the disk through POI's listener. */
  private static UnreadableWorkbook noSpace(IOException e) {
    return new UnreadableWorkbook(WorkbookFault.NO_SPACE, "", e);
  }

  /** Learns what sheets there are and what their numbers mean. */
  private static final class Directory implements HSSFListener {

    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private final NumberFormats formats = new NumberFormats();
    private Serials serials = Serials.FROM_1900;
    private int begun;
    private int ended;

    @Override
    public void processRecord(Record record) {
      if (record instanceof BoundSheetRecord sheet) {
        sheets.add(sheet);
      } else if (record instanceof FormatRecord format) {
        formats.format(format.getIndexCode(), format.getFormatString());
      } else if (record instanceof ExtendedFormatRecord style) {
        formats.style(style.getFormatIndex());
      } else if (record instanceof DateWindow1904Record window) {
        serials = window.getWindowing() == 1 ? Serials.FROM_1904 : Serials.FROM_1900;
      } else if (record instanceof BOFRecord) {
        begun++;
      } else if (record instanceof EOFRecord) {
        ended++;
      }
    }

    /** A stream that was cut ends in the middle of something, or has sheets that never began. */
    void requireWhole() {
      if (begun == 0 || begun != ended || begun < 1 + sheets.size()) {
        throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
      }
    }
  }

  /** Reads the cells of one sheet. */
  private static final class Reading implements HSSFListener {

    private static final int GLOBALS = -1;

    private final int wanted;
    private final RowCollector rows;
    private final MergedCells merged;
    private final List<Integer> open = new ArrayList<>();
    private int sheet = GLOBALS;
    private boolean ended;
    private @Nullable SSTRecord texts;
    private @Nullable FormulaRecord awaitsText;

    Reading(int wanted, RowCollector rows, MergedCells merged) {
      this.wanted = wanted;
      this.rows = rows;
      this.merged = merged;
    }

    @Override
    public void processRecord(Record record) {
      try {
        process(record);
      } catch (IOException e) {
        throw noSpace(e);
      }
    }

    private void process(Record record) throws IOException {
      if (record instanceof BOFRecord begin) {
        open.add(begin.getType());
        if (open.size() == 1 && begin.getType() != BOFRecord.TYPE_WORKBOOK) {
          sheet++;
        }
      } else if (record instanceof EOFRecord) {
        end();
      } else if (record instanceof SSTRecord table) {
        texts = table;
      } else if (open.size() == 1 && sheet == wanted) {
        processCell(record);
      }
    }

    private void end() throws IOException {
      if (open.isEmpty()) {
        throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
      }
      open.remove(open.size() - 1);
      if (open.isEmpty() && sheet == wanted) {
        rows.endRow();
        ended = true;
      }
    }

    void requireWhole() {
      if (!ended || awaitsText != null) {
        throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
      }
    }

    private void processCell(Record record) throws IOException {
      if (record instanceof MergeCellsRecord areas) {
        for (int i = 0; i < areas.getNumAreas(); i++) {
          CellRangeAddress area = areas.getAreaAt(i);
          merged.add(area.getFirstColumn(), area.getFirstRow() + 1, area.getLastRow() + 1);
        }
      } else if (record instanceof StringRecord text) {
        FormulaRecord formula = awaitsText;
        if (formula != null) {
          awaitsText = null;
          rows.cell(formula.getColumn(), rows.text(text.getString(), formula.getColumn()));
        }
      } else if (record instanceof CellValueRecordInterface cell
          && !(record instanceof BlankRecord)) {
        if (awaitsText != null) {
          throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
        }
        if (cell.getRow() + 1 != rows.currentRow()) {
          rows.row(cell.getRow() + 1);
        }
        if (record instanceof FormulaRecord formula
            && formula.getCachedResultTypeEnum() == CellType.STRING
            && formula.hasCachedResultString()) {
          awaitsText = formula;
        } else {
          rows.cell(cell.getColumn(), value(record, cell));
        }
      }
    }

    private Cell value(Record record, CellValueRecordInterface cell) {
      int column = cell.getColumn();
      if (record instanceof NumberRecord number) {
        return number(number.getValue(), cell);
      }
      if (record instanceof RKRecord number) {
        return number(number.getRKNumber(), cell);
      }
      if (record instanceof LabelSSTRecord label) {
        SSTRecord table = texts;
        if (table == null
            || label.getSSTIndex() < 0
            || label.getSSTIndex() >= table.getNumUniqueStrings()) {
          throw new UnreadableWorkbook(
              WorkbookFault.DAMAGED, RowCollector.place(column, rows.currentRow()));
        }
        return rows.text(table.getString(label.getSSTIndex()).getString(), column);
      }
      if (record instanceof LabelRecord label) {
        return rows.text(label.getValue(), column);
      }
      if (record instanceof BoolErrRecord value) {
        return value.isBoolean()
            ? new Cell.Truth(value.getBooleanValue())
            : error(value.getErrorValue());
      }
      return record instanceof FormulaRecord formula ? result(formula) : Cell.blank();
    }

    private Cell result(FormulaRecord formula) {
      return switch (formula.getCachedResultTypeEnum()) {
        case NUMERIC -> {
          // A zero that is to be calculated when the file is opened never was.
          boolean stale = formula.getValue() == 0 && (formula.getOptions() & 0x2) != 0;
          yield stale
              ? new Cell.Broken(CellFault.NOT_CALCULATED, "=")
              : number(formula.getValue(), formula);
        }
        case BOOLEAN -> new Cell.Truth(formula.getCachedBooleanValue());
        case ERROR -> error(formula.getCachedErrorValue());
        default -> Cell.blank();
      };
    }

    private Cell number(double value, CellValueRecordInterface cell) {
      if (Double.isNaN(value) || Double.isInfinite(value)) {
        throw new UnreadableWorkbook(
            WorkbookFault.DAMAGED, RowCollector.place(cell.getColumn(), rows.currentRow()));
      }
      return rows.number(Double.toString(value), cell.getXFIndex(), cell.getColumn());
    }

    private static Cell error(int code) {
      String shown = FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#?";
      return new Cell.Broken(CellFault.ERROR_VALUE, shown);
    }
  }
}
