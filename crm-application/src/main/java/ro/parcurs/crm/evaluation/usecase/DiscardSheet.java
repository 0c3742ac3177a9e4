package ro.parcurs.crm.evaluation.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.timeline.SheetChanged.SheetDiscarded;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Puts a draft aside for good, so that the pursuit can go on without it, or with another. */
public final class DiscardSheet {

  /**
   * @param seen the version that the author of the command has seen
   */
  public record Command(@NotNull SheetId sheet, @NotNull Version seen) {}

  private final Work work;
  private final Journal journal;
  private final EvaluationSheets sheets;
  private final SheetEditing editing;

  @Inject
  public DiscardSheet(Work work, Journal journal, EvaluationSheets sheets, SheetEditing editing) {
    this.work = work;
    this.journal = journal;
    this.sheets = sheets;
    this.editing = editing;
  }

  /**
   * @throws NotFound when there is no such sheet
   * @throws NoSuchTransition when it is not a draft
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NotPermitted when the actor may not pursue the lead
   */
  public SheetRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          EvaluationSheet before = editing.open(caller.actor(), command.sheet(), command.seen());
          Stamp by = journal.stamp(caller.actor());
          EvaluationSheet after = before.discard(by);
          sheets.save(after);
          journal.write(
              by, after.lead(), after.pursuit(), new SheetDiscarded(after.id(), after.number()));
          return SheetRef.saved(after);
        });
  }
}
