package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.spreadsheet.ColumnMap;
import ro.parcurs.crm.spreadsheet.Headings;
import ro.parcurs.crm.spreadsheet.Sheet;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.spreadsheet.SheetRows;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;
import ro.parcurs.crm.spreadsheet.WorkbookSource;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.OutcomeUnknown;
import ro.parcurs.crm.work.Work;

/**
 * Imports leads from a workbook (spec section 9). Rows are added batch by batch; each batch is one
 * unit of work, in which also the {@link ImportRun} goes forward. An import of the same sheet of
 * the same file, with the same columns and rule, that was broken off or cancelled is resumed behind
 * its last batch.
 */
public final class ImportLeads {

  /** Rows of a batch. */
  public static final int BATCH = 2_000;

  /** Room for the longest texts of a batch. */
  private static final int MAX_CHARACTERS = 4_000_000;

  /**
   * @param sheet the first visible one if missing
   * @param places what the columns mean, from 0; found by their headings if missing
   */
  public record Command(
      @NotNull WorkbookSource file,
      @NotNull @PlainText(max = ImportRun.MAX_FILE_NAME, required = true) String fileName,
      @Nullable String sheet,
      @Nullable Map<LeadColumn, Integer> places,
      @NotNull DuplicateRule duplicates) {}

  /** What a batch of rows is, for the unit of work. */
  private record Batch(@NotNull ImportRunId run) {}

  private final Work work;
  private final CommandValidator validator;
  private final Spreadsheets spreadsheets;
  private final Wording wording;
  private final AddLeads addLeads;
  private final ImportRuns runs;
  private final Users users;
  private final AccessPolicy policy;
  private final Journal journal;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public ImportLeads(
      Work work,
      CommandValidator validator,
      Spreadsheets spreadsheets,
      Wording wording,
      AddLeads addLeads,
      ImportRuns runs,
      Users users,
      AccessPolicy policy,
      Journal journal,
      Ids ids,
      Clock clock) {
    this.work = work;
    this.validator = validator;
    this.spreadsheets = spreadsheets;
    this.wording = wording;
    this.addLeads = addLeads;
    this.runs = runs;
    this.users = users;
    this.policy = policy;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Runs until every row was read, or until the listener has had enough. Faults of single rows are
   * kept with the run, never thrown.
   *
   * @param caller a key of theirs is not needed: the file's hash is one
   * @param listener hears after each batch
   * @return the run as it was left
   * @throws UnreadableWorkbook when the file can't be read, or lacks a required column; nothing was
   *     imported
   * @throws InvalidInput with every fault of the command
   * @throws NotPermitted when the actor may not add leads
   * @throws ConcurrentChange when somebody else runs the same import
   * @throws IOException when the file can't be read from where it is
   */
  public ImportRun handle(Caller caller, Command command, ImportProgress.Listener listener)
      throws IOException {
    Actor actor = caller.actor();
    validator.check(command);
    policy.check(actor, Permission.ADD_LEAD);
    try (Workbook workbook = spreadsheets.open(command.file())) {
      Sheet sheet = workbook.sheet(Optional.ofNullable(command.sheet()));
      ColumnMap<LeadColumn> map = columns(sheet, command);
      ImportRun run = begin(actor, command, workbook, sheet, map);
      return new Running(actor, sheet, map, run, listener).toTheEnd();
    }
  }

  private ColumnMap<LeadColumn> columns(Sheet sheet, Command command) {
    ColumnMap<LeadColumn> found = new Headings<>(LeadColumn.class, wording).find(sheet);
    Map<LeadColumn, Integer> said = command.places();
    ColumnMap<LeadColumn> map =
        said == null ? found : new ColumnMap<>(found.headerRow(), found.headings(), said);
    Set<LeadColumn> missing = map.missing(LeadColumn.class);
    if (!missing.isEmpty()) {
      throw new UnreadableWorkbook(WorkbookFault.NO_HEADER, missing.toString());
    }
    return map;
  }

  private ImportRun begin(
      Actor actor, Command command, Workbook workbook, Sheet sheet, ColumnMap<LeadColumn> map) {
    var by = journal.stamp(actor);
    ImportRun fresh =
        new ImportRun(
            new ImportRunId(ids.next()),
            workbook.hash(),
            command.fileName(),
            sheet.name(),
            map.headerRow(),
            map.places(),
            command.duplicates(),
            ImportRunState.RUNNING,
            rowsBelow(sheet, map.headerRow()),
            map.headerRow(),
            ImportCounts.NONE,
            by,
            by,
            Version.NEW);
    ImportRunId id =
        work.inTransaction(
            Caller.of(actor),
            new Batch(fresh.id()),
            () -> {
              Optional<ImportRun> before =
                  runs.unfinished(fresh.file()).stream().filter(fresh::isSameAs).findFirst();
              if (before.isPresent()) {
                runs.save(before.get().resume(by), List.of());
                return before.get().id();
              }
              runs.add(fresh);
              return fresh.id();
            });
    return reload(id);
  }

  private static int rowsBelow(Sheet sheet, int headerRow) {
    int above = 0;
    try (SheetRows rows = sheet.rows()) {
      while (rows.hasNext() && rows.next().number() <= headerRow) {
        above++;
      }
    }
    return sheet.size() - above;
  }

  private ImportRun reload(ImportRunId id) {
    return work.reading(new Batch(id), () -> runs.get(id));
  }

  /** One going through the rows. */
  private final class Running {

    private final Actor actor;
    private final Sheet sheet;
    private final LeadRows leadRows;
    private final ImportProgress.Listener listener;
    private final Instant began = clock.instant();
    private final int resumed;
    private ImportRun run;

    Running(
        Actor actor,
        Sheet sheet,
        ColumnMap<LeadColumn> map,
        ImportRun run,
        ImportProgress.Listener listener) {
      this.actor = actor;
      this.sheet = sheet;
      this.leadRows = new LeadRows(map, wording, users);
      this.run = run;
      this.resumed = run.counts().read();
      this.listener = listener;
    }

    ImportRun toTheEnd() {
      try (SheetRows rows = sheet.rows(run.position() + 1)) {
        while (rows.hasNext()) {
          List<SheetRow> batch = new ArrayList<>();
          int characters = 0;
          while (rows.hasNext() && batch.size() < BATCH && characters < MAX_CHARACTERS) {
            SheetRow row = rows.next();
            characters += row.cells().stream().mapToInt(cell -> cell.text().length()).sum();
            batch.add(row);
          }
          take(batch);
          ImportProgress progress =
              new ImportProgress(run, resumed, Duration.between(began, clock.instant()));
          if (!listener.goesOnAfter(progress) && rows.hasNext()) {
            return end(run.cancel(journal.stamp(actor)));
          }
        }
      }
      return end(run.finish(journal.stamp(actor)));
    }

    private ImportRun end(ImportRun ended) {
      keep(ended, List.of());
      return run;
    }

    private void take(List<SheetRow> rows) {
      int last = rows.get(rows.size() - 1).number();
      try {
        work.<Boolean>inTransaction(
            Caller.of(actor),
            new Batch(run.id()),
            () -> {
              add(rows, last);
              return true;
            });
      } catch (OutcomeUnknown unknown) {
        // Whether it was kept is told by the run itself; if not, the guard of its version makes
        // sure that it is not kept later either when it is done again.
        if (reload(run.id()).position() < last) {
          throw unknown;
        }
      }
      run = reload(run.id());
    }

    private void add(List<SheetRow> rows, int last) {
      List<LeadData> sound = new ArrayList<>();
      List<Integer> numbers = new ArrayList<>();
      List<FailedRow> failed = new ArrayList<>();
      for (SheetRow row : rows) {
        LeadRows.Read read = leadRows.read(row);
        if (read.faults().isEmpty()) {
          sound.add(read.data());
          numbers.add(row.number());
        } else {
          failed.add(new FailedRow(row.number(), allFaults(read)));
        }
      }
      Map<Class<?>, Integer> counts = new HashMap<>();
      if (!sound.isEmpty()) {
        List<AddLeads.RowResult> results =
            addLeads.handle(Caller.of(actor), new AddLeads.Command(sound, run.duplicates())).rows();
        for (int i = 0; i < results.size(); i++) {
          counts.merge(results.get(i).getClass(), 1, Integer::sum);
          if (results.get(i) instanceof AddLeads.RowResult.Failed row) {
            failed.add(new FailedRow(numbers.get(i), row.faults()));
          }
        }
      }
      ImportCounts batch =
          new ImportCounts(
              rows.size(),
              counts.getOrDefault(AddLeads.RowResult.Added.class, 0),
              counts.getOrDefault(AddLeads.RowResult.Updated.class, 0),
              counts.getOrDefault(AddLeads.RowResult.Skipped.class, 0),
              failed.size());
      runs.save(run.after(last, batch, journal.stamp(actor)), failed);
    }

    /** What can't be meant says more than that it is missing. */
    private List<Violation> allFaults(LeadRows.Read read) {
      List<Violation> all = new ArrayList<>(read.faults());
      Set<String> told = new HashSet<>();
      all.forEach(fault -> told.add(fault.field()));
      validator.faults(read.data()).stream()
          .filter(fault -> !told.contains(fault.field()))
          .forEach(all::add);
      return all;
    }

    private void keep(ImportRun changed, List<FailedRow> failed) {
      work.<Boolean>inTransaction(
          Caller.of(actor),
          new Batch(run.id()),
          () -> {
            runs.save(changed, failed);
            return true;
          });
      run = reload(run.id());
    }
  }
}
