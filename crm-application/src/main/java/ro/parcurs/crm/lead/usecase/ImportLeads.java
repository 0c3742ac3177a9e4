package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.spreadsheet.FailedRow;
import ro.parcurs.crm.spreadsheet.Sheet;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.spreadsheet.SheetRows;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.Table;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.spreadsheet.Workbook;
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
   * @param language of what is wrong with the file as a whole
   */
  public record Command(
      @NotNull WorkbookSource file,
      @NotNull @PlainText(max = ImportPlan.MAX_FILE_NAME, required = true) String fileName,
      @Nullable String sheet,
      @Nullable Map<LeadColumn, Integer> places,
      @NotNull @Nullable DuplicateRule duplicates,
      @NotNull Locale language) {}

  /** Is told how an import goes on. */
  @FunctionalInterface
  public interface Listener {

    /** Whoever wants nothing told. */
    Listener NONE = run -> {};

    /**
     * Is called when the import has begun or was resumed, and after each batch that was committed;
     * on the thread of the import, which waits.
     */
    void tell(ImportRun run);
  }

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
      Ids ids) {
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
  }

  /**
   * Runs until every row was read, or until the import is cancelled, by whomever and wherever.
   * Faults of single rows are kept with the run, never thrown.
   *
   * @param caller a key of theirs is not needed: the file's hash is one
   * @return the run as it was left
   * @throws UnreadableWorkbook when the file can't be read, or lacks a required column; nothing was
   *     imported
   * @throws InvalidInput with every fault of the command
   * @throws NotPermitted when the actor may not add leads
   * @throws ConcurrentChange when the same import was resumed elsewhere, where it goes on
   * @throws IOException when the file can't be read from where it is
   */
  public ImportRun handle(Caller caller, Command command, Listener listener) throws IOException {
    Actor actor = caller.actor();
    validator.check(command);
    policy.check(actor, Permission.ADD_LEAD);
    try (Workbook workbook = spreadsheets.open(command.file())) {
      Sheet sheet = workbook.sheet(Optional.ofNullable(command.sheet()));
      Table<LeadColumn> table =
          Table.of(sheet, LeadColumn.class, wording, command.places())
              .complete(wording, command.language());
      ImportPlan plan =
          new ImportPlan(
              workbook.hash(),
              command.fileName(),
              sheet.name(),
              table.columns().headerRow(),
              table.columns().places(),
              List.copyOf(table.columns().unread().values()),
              Objects.requireNonNull(command.duplicates()));
      return new Running(actor, table, begin(actor, plan, table.size()), listener).toTheEnd();
    }
  }

  private ImportRun begin(Actor actor, ImportPlan plan, int rows) {
    ImportRun fresh =
        ImportRun.begin(new ImportRunId(ids.next()), plan, rows, journal.stamp(actor));
    return work.inTransaction(
        Caller.of(actor),
        new Batch(fresh.id()),
        () -> {
          Optional<ImportRun> before =
              runs.unfinished(plan.file()).stream().filter(fresh::isSameAs).findFirst();
          if (before.isPresent()) {
            return saved(runs.lock(before.get().id()).resume(fresh.begun()), List.of());
          }
          runs.add(fresh);
          return runs.get(fresh.id());
        });
  }

  private ImportRun saved(ImportRun run, List<FailedRow> failed) {
    runs.save(run, failed);
    return run.withVersion(run.version().next());
  }

  /** One going through the rows. */
  private final class Running {

    private final Actor actor;
    private final Table<LeadColumn> table;
    private final LeadRows leadRows;
    private final Listener listener;
    private ImportRun run;

    Running(Actor actor, Table<LeadColumn> table, ImportRun run, Listener listener) {
      this.actor = actor;
      this.table = table;
      this.leadRows = new LeadRows(table.columns(), wording, users, validator);
      this.run = run;
      this.listener = listener;
    }

    ImportRun toTheEnd() {
      listener.tell(run);
      try (SheetRows rows = table.sheet().rows(run.position() + 1)) {
        while (run.state() == ImportRunState.RUNNING) {
          take(batch(rows));
          listener.tell(run);
        }
      }
      return run;
    }

    private static List<SheetRow> batch(SheetRows rows) {
      List<SheetRow> batch = new ArrayList<>();
      int characters = 0;
      while (rows.hasNext() && batch.size() < BATCH && characters < MAX_CHARACTERS) {
        SheetRow row = rows.next();
        characters += row.cells().stream().mapToInt(cell -> cell.text().length()).sum();
        batch.add(row);
      }
      return batch;
    }

    private void take(List<SheetRow> rows) {
      int last = rows.get(rows.size() - 1).number();
      try {
        run = work.inTransaction(Caller.of(actor), new Batch(run.id()), () -> add(rows, last));
      } catch (ConcurrentChange other) {
        run = asKept();
        if (run.state() == ImportRunState.RUNNING) {
          throw other;
        }
      } catch (OutcomeUnknown unknown) {
        // Whether the batch was kept is told by the run, which is kept with it.
        run = asKept();
        if (run.position() < last) {
          throw unknown;
        }
      }
    }

    private ImportRun asKept() {
      ImportRunId id = run.id();
      return work.reading(new Batch(id), () -> runs.get(id));
    }

    private ImportRun add(List<SheetRow> rows, int last) {
      List<LeadData> sound = new ArrayList<>();
      List<Integer> numbers = new ArrayList<>();
      List<FailedRow> failed = new ArrayList<>();
      for (SheetRow row : rows) {
        LeadRows.Read read = leadRows.read(row);
        if (read.faults().isEmpty()) {
          sound.add(read.data());
          numbers.add(row.number());
        } else {
          failed.add(new FailedRow(row.number(), leadRows.allFaults(read)));
        }
      }
      List<AddLeads.RowResult> results = added(sound);
      Map<Class<?>, Integer> counts = new HashMap<>();
      for (int i = 0; i < results.size(); i++) {
        counts.merge(results.get(i).getClass(), 1, Integer::sum);
        if (results.get(i) instanceof AddLeads.RowResult.Failed row) {
          failed.add(new FailedRow(numbers.get(i), row.faults()));
        }
      }
      ImportCounts batch =
          new ImportCounts(
              rows.size(),
              counts.getOrDefault(AddLeads.RowResult.Added.class, 0),
              counts.getOrDefault(AddLeads.RowResult.Updated.class, 0),
              counts.getOrDefault(AddLeads.RowResult.Skipped.class, 0),
              failed.size());
      return saved(run.after(last, batch, journal.stamp(actor)), failed);
    }

    private List<AddLeads.RowResult> added(List<LeadData> rows) {
      return rows.isEmpty()
          ? List.of()
          : addLeads
              .handle(Caller.of(actor), new AddLeads.Command(rows, run.plan().duplicates()))
              .rows();
    }
  }
}
