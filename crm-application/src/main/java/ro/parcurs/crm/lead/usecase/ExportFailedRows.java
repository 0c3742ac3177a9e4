package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.Sheet;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.SheetContent.Column;
import ro.parcurs.crm.spreadsheet.SheetContent.Format;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.spreadsheet.SheetRows;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.spreadsheet.WorkbookSource;
import ro.parcurs.crm.work.Work;

/**
 * Writes the rows that an import did not take into a workbook: as they were, with all their
 * columns, and one more that says why. Once corrected, it can be imported as it is.
 */
public final class ExportFailedRows {

  /**
   * @param file the same that was imported
   */
  public record Query(
      @NotNull ImportRunId run, @NotNull WorkbookSource file, @NotNull Locale language) {}

  private static final int PAGE = 1_000;

  private final Work work;
  private final ImportRuns runs;
  private final Spreadsheets spreadsheets;
  private final Wording wording;

  @Inject
  public ExportFailedRows(Work work, ImportRuns runs, Spreadsheets spreadsheets, Wording wording) {
    this.work = work;
    this.runs = runs;
    this.spreadsheets = spreadsheets;
    this.wording = wording;
  }

  /**
   * @param to is not closed
   * @throws NotFound when the actor has no such import
   * @throws InvalidInput {@code other-file} when it is not the file that was imported
   * @throws IOException when the file can't be read, or the stream takes no more
   */
  public void handle(Actor actor, Query query, OutputStream to) throws IOException {
    ImportRun run = work.reading(query, () -> runs.get(query.run()));
    if (!run.isOf(actor.id())) {
      throw new NotFound(Subject.IMPORT, query.run());
    }
    try (Workbook workbook = spreadsheets.open(query.file())) {
      if (!workbook.hash().equals(run.file())) {
        throw InvalidInput.of("file", "other-file");
      }
      Sheet sheet = workbook.sheet(Optional.of(run.sheet()));
      spreadsheets.write(to, List.of(content(sheet, run, query)));
    }
  }

  private SheetContent content(Sheet sheet, ImportRun run, Query query) {
    List<Cell> headings = header(sheet, run);
    int width = headings.size();
    int reason = run.places().getOrDefault(LeadColumn.REASON, width);
    List<Column> columns = new ArrayList<>();
    for (int place = 0; place < Math.max(width, reason + 1); place++) {
      String heading =
          place == reason
              ? wording.of(LeadColumn.REASON, query.language())
              : headings.get(place).text();
      columns.add(new Column(heading, Format.TEXT, place == reason ? 60 : 20));
    }
    return new SheetContent(
        run.sheet(),
        columns,
        to -> giveTo(to, sheet, run, columns.size(), reason, query.language()));
  }

  private static List<Cell> header(Sheet sheet, ImportRun run) {
    try (SheetRows rows = sheet.rows(run.headerRow())) {
      return rows.next().cells();
    }
  }

  private void giveTo(
      Consumer<List<Cell>> to, Sheet sheet, ImportRun run, int width, int reason, Locale language) {
    Iterator<FailedRow> failed = failed(run.id());
    try (SheetRows rows = sheet.rows(run.headerRow() + 1)) {
      FailedRow next = next(failed);
      while (next != null && rows.hasNext()) {
        SheetRow row = rows.next();
        if (row.number() == next.number()) {
          List<Cell> cells = new ArrayList<>();
          for (int place = 0; place < width; place++) {
            cells.add(place == reason ? why(next, language) : row.cell(place));
          }
          to.accept(cells);
          next = next(failed);
        }
      }
    }
  }

  private Cell why(FailedRow row, Locale language) {
    return Cell.of(
        row.faults().stream()
            .map(fault -> sentence(fault, language))
            .collect(Collectors.joining(" ")));
  }

  private String sentence(Violation fault, Locale language) {
    return LeadRows.columnOf(fault).map(column -> wording.of(column, language) + ": ").orElse("")
        + wording.of(fault, language);
  }

  private static @Nullable FailedRow next(Iterator<FailedRow> rows) {
    return rows.hasNext() ? rows.next() : null;
  }

  private Iterator<FailedRow> failed(ImportRunId run) {
    return new Iterator<>() {
      private List<FailedRow> page = page(Optional.empty());
      private int at;

      private List<FailedRow> page(Optional<Integer> after) {
        return work.reading(run, () -> runs.failed(run, after, PAGE));
      }

      @Override
      public boolean hasNext() {
        if (at == page.size() && at == PAGE) {
          page = page(Optional.of(page.get(at - 1).number()));
          at = 0;
        }
        return at < page.size();
      }

      @Override
      public FailedRow next() {
        if (!hasNext()) {
          throw new java.util.NoSuchElementException();
        }
        return page.get(at++);
      }
    };
  }
}
