package ro.parcurs.crm.evaluation.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.catalogue.ExchangeRateMissing;
import ro.parcurs.crm.catalogue.TooManyLines;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.evaluation.EmptySheet;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.timeline.SheetChanged.SheetFinalised;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Freezes the prices and recipes of the day into a sheet. */
public final class FinaliseSheet {

  /**
   * @param seen the version that the author of the command has seen
   */
  public record Command(@NotNull SheetId sheet, @NotNull Version seen) {}

  private final Work work;
  private final Journal journal;
  private final EvaluationSheets sheets;
  private final SheetEditing editing;

  @Inject
  public FinaliseSheet(Work work, Journal journal, EvaluationSheets sheets, SheetEditing editing) {
    this.work = work;
    this.journal = journal;
    this.sheets = sheets;
    this.editing = editing;
  }

  /**
   * @throws NotFound when there is no such sheet
   * @throws EmptySheet when there is no line
   * @throws ExchangeRateMissing when an item is in another currency and the sheet has no rate
   * @throws TooManyLines when an item expands to too many lines
   * @throws InvalidInput when a quantity or an amount gets too small or too large
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
          EvaluationSheet after = before.finalise(editing.catalogueOf(before.lines()), by);
          sheets.save(after);
          journal.write(
              by,
              after.lead(),
              after.pursuit(),
              new SheetFinalised(after.id(), after.number(), after.frozen().totals().net()));
          return SheetRef.saved(after);
        });
  }
}
