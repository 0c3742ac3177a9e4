package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Stops an import, wherever it runs: the batch that is under way is not kept. What was committed
 * stays, and the import can be resumed.
 */
public final class CancelImport {

  public record Command(@NotNull @Nullable ImportRunId run) {}

  /**
   * @param cancelled false when every row had been read
   */
  public record Result(boolean cancelled) {}

  private final Work work;
  private final Journal journal;
  private final ImportRuns runs;

  @Inject
  public CancelImport(Work work, Journal journal, ImportRuns runs) {
    this.work = work;
    this.journal = journal;
    this.runs = runs;
  }

  /**
   * @throws NotFound when the caller has no such import
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          ImportRun run = runs.lock(Objects.requireNonNull(command.run()));
          if (!run.isOf(caller.actor().id())) {
            throw new NotFound(Subject.IMPORT, run.id());
          }
          ImportRun cancelled = run.cancel(journal.stamp(caller.actor()));
          if (cancelled.state() != run.state()) {
            runs.save(cancelled, List.of());
          }
          return new Result(cancelled.isUnfinished());
        });
  }
}
