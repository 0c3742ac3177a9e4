package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.spreadsheet.FailedRow;
import ro.parcurs.crm.spreadsheet.FailedRowsSheet;
import ro.parcurs.crm.spreadsheet.Sheet;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.Table;
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
  private final ShowImport show;
  private final ImportRuns runs;
  private final Spreadsheets spreadsheets;
  private final Wording wording;

  @Inject
  public ExportFailedRows(
      Work work, ShowImport show, ImportRuns runs, Spreadsheets spreadsheets, Wording wording) {
    this.work = work;
    this.show = show;
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
    ImportRun run = show.handle(actor, new ShowImport.Query(query.run()));
    ImportPlan plan = run.plan();
    try (Workbook workbook = spreadsheets.open(query.file())) {
      if (!workbook.hash().equals(plan.file())) {
        throw InvalidInput.of("file", "other-file");
      }
      Sheet sheet = workbook.sheet(Optional.of(plan.sheet()));
      Table<LeadColumn> table = Table.of(sheet, LeadColumn.class, wording, plan.places());
      FailedRowsSheet<LeadColumn> failed =
          new FailedRowsSheet<>(table, LeadColumn.REASON, wording, query.language());
      spreadsheets.write(to, List.of(failed.content(new Failed(run.id()))));
    }
  }

  /** The rows that failed, read page by page. */
  private final class Failed implements Iterator<FailedRow> {

    private final ImportRunId run;
    private List<FailedRow> page;
    private int at;

    Failed(ImportRunId run) {
      this.run = run;
      this.page = page(Optional.empty());
    }

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
        throw new NoSuchElementException();
      }
      return page.get(at++);
    }
  }
}
