package ro.parcurs.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.lead.usecase.CancelImport;
import ro.parcurs.crm.lead.usecase.ExportFailedRows;
import ro.parcurs.crm.lead.usecase.ImportCounts;
import ro.parcurs.crm.lead.usecase.ImportLeads;
import ro.parcurs.crm.lead.usecase.ImportRun;
import ro.parcurs.crm.lead.usecase.ImportRunId;
import ro.parcurs.crm.lead.usecase.ImportRunState;
import ro.parcurs.crm.lead.usecase.LeadColumn;
import ro.parcurs.crm.lead.usecase.PreviewImport;
import ro.parcurs.crm.spreadsheet.KnownColumn;
import ro.parcurs.crm.spreadsheet.PreviewedRow;
import ro.parcurs.crm.spreadsheet.UnreadColumns;
import ro.parcurs.crm.spreadsheet.WorkbookSource;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.StoreFailure;

/** The import of leads on the command line. When the program is asked to end, it is cancelled. */
final class LeadImport {

  /** Every row was taken or skipped. */
  static final int DONE = 0;

  static final int SOME_FAILED = 3;
  static final int STOPPED = 4;

  private static final int PATIENCE_SECONDS = 30;

  private final Crm crm;
  private final Task.Import task;
  private final Teller teller;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable ImportRunId running;

  LeadImport(Crm crm, Task.Import task, Teller teller) {
    this.crm = crm;
    this.task = task;
    this.teller = teller;
  }

  /**
   * Imports, or shows what would be imported.
   *
   * @return what the program ends with
   * @throws CrmException when nothing can be imported
   * @throws StoreFailure when the storage fails in the middle
   * @throws IOException when a file can't be read or written
   */
  int run() throws IOException {
    teller.note(teller.text("workbook.reading", task.file()));
    if (task.check()) {
      return check();
    }
    if (task.failed().isPresent()) {
      WrittenFile.insistOnNone(task.failed().get());
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-import"));
    try {
      ImportRun run =
          crm.leads()
              .imports()
              .run(
                  Caller.of(task.by().actor()),
                  new ImportLeads.Command(
                      source(),
                      name(),
                      task.sheet().orElse(null),
                      null,
                      task.duplicates(),
                      teller.language()),
                  this::tell);
      tell(run);
      summary(run);
      if (run.counts().failed() > 0) {
        failed(run);
      }
      return run.state() == ImportRunState.CANCELLED
          ? STOPPED
          : run.counts().failed() > 0 ? SOME_FAILED : DONE;
    } finally {
      ended.countDown();
    }
  }

  private void tell(ImportRun run) {
    if (running == null) {
      running = run.id();
      if (run.counts().read() > 0) {
        teller.note(teller.text("workbook.resumed", teller.number(run.counts().read())));
      }
      unread(run.plan().ignored()).forEach(teller::note);
    }
    teller.progress(run);
  }

  /**
   * Runs beside the import, when the program is asked to end; whatever fails, it can be resumed.
   */
  private void stop() {
    ImportRunId run = running;
    if (ended.getCount() == 0 || run == null) {
      return;
    }
    try {
      crm.leads().imports().cancel(Caller.of(task.by().actor()), new CancelImport.Command(run));
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (StoreFailure e) {
      teller.note(crm.messages().of(e, teller.language()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void summary(ImportRun run) {
    ImportCounts counts = run.counts();
    teller.say(
        teller.text(
            run.state() == ImportRunState.FINISHED ? "workbook.finished" : "workbook.stopped",
            name(),
            run.plan().sheet()));
    line("workbook.read", counts.read(), run.rows());
    line("workbook.added", counts.added());
    line("workbook.updated", counts.updated());
    line("workbook.skipped", counts.skipped());
    line("workbook.failed", counts.failed());
    teller.say(teller.text("workbook.took", teller.time(run.taken()), teller.number(run.rate())));
  }

  private void line(String key, int count) {
    teller.say("  %-22s%12s".formatted(teller.text(key), teller.number(count)));
  }

  private void line(String key, int count, int of) {
    teller.say(
        "  %-22s%12s / %s".formatted(teller.text(key), teller.number(count), teller.number(of)));
  }

  private void failed(ImportRun run) throws IOException {
    Path to =
        task.failed()
            .orElseGet(
                () -> WrittenFile.beside(task.file(), teller.text("workbook.failed-suffix")));
    WrittenFile.write(
        to,
        stream ->
            crm.leads()
                .imports()
                .exportFailed(
                    task.by().actor(),
                    new ExportFailedRows.Query(run.id(), source(), teller.language()),
                    stream));
    teller.say(teller.text("workbook.failed-are-in", to));
  }

  private int check() throws IOException {
    PreviewImport.Preview preview =
        crm.leads()
            .imports()
            .preview(
                task.by().actor(),
                new PreviewImport.Query(source(), task.sheet().orElse(null), null));
    teller.say(teller.text("workbook.previewed", preview.sheet(), teller.number(preview.rows())));
    preview
        .columns()
        .inOrder(LeadColumn.class)
        .forEach(
            (column, place) -> {
              if (column.isRead()) {
                teller.say(
                    "  %s = %s"
                        .formatted(
                            crm.messages().of(column, teller.language()),
                            preview.columns().headings().getOrDefault(place, "")));
              }
            });
    unread(preview.columns().unread().values()).forEach(teller::say);
    if (!preview.missing().isEmpty()) {
      teller.say(
          teller.text(
              "workbook.missing",
              preview.missing().stream()
                  .map(column -> crm.messages().of(column, teller.language()))
                  .collect(Collectors.joining(", "))));
    }
    List<PreviewedRow> faulty =
        preview.first().stream().filter(row -> !row.faults().isEmpty()).toList();
    for (PreviewedRow row : faulty) {
      teller.say(
          teller.text(
              "workbook.row",
              row.cells().number(),
              KnownColumn.sentences(
                  row.faults(), LeadColumn.class, crm.messages(), teller.language())));
    }
    return preview.missing().isEmpty() && faulty.isEmpty() ? DONE : SOME_FAILED;
  }

  /** What is to be said of columns that are not read; may be nothing. */
  private List<String> unread(Collection<String> headings) {
    UnreadColumns unread = UnreadColumns.of(headings, LeadColumn.class, crm.messages());
    List<String> said = new ArrayList<>();
    if (!unread.unknown().isEmpty()) {
      said.add(teller.text("workbook.unknown", String.join(", ", unread.unknown())));
    }
    if (!unread.known().isEmpty()) {
      said.add(teller.text("workbook.unread", String.join(", ", unread.known())));
    }
    return said;
  }

  private String name() {
    return task.file().getFileName().toString();
  }

  private WorkbookSource source() {
    return () -> Files.newInputStream(task.file());
  }
}
