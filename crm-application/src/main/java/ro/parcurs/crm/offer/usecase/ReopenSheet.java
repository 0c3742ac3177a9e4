package ro.parcurs.crm.offer.usecase;

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
import ro.parcurs.crm.evaluation.usecase.EvaluationSheets;
import ro.parcurs.crm.evaluation.usecase.SheetEditing;
import ro.parcurs.crm.evaluation.usecase.SheetRef;
import ro.parcurs.crm.offer.SheetWithClient;
import ro.parcurs.crm.timeline.SheetChanged.SheetReopened;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Makes a finalised sheet a draft again, until an offer made from it has been sent (spec section
 * 6). It stands here because only here it is known what offers were made from it.
 */
public final class ReopenSheet {

  public record Command(@NotNull SheetId sheet, @NotNull Version seen) {}

  private final Work work;
  private final SheetEditing editing;
  private final EvaluationSheets sheets;
  private final Offers offers;
  private final Journal journal;

  @Inject
  public ReopenSheet(
      Work work, SheetEditing editing, EvaluationSheets sheets, Offers offers, Journal journal) {
    this.work = work;
    this.editing = editing;
    this.sheets = sheets;
    this.offers = offers;
    this.journal = journal;
  }

  /**
   * @throws NotFound when there is no such sheet
   * @throws NotPermitted when the actor may not pursue its lead
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NoSuchTransition unless it is finalised
   * @throws SheetWithClient when an offer made from it has been sent
   */
  public SheetRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          EvaluationSheet before = editing.open(caller.actor(), command.sheet(), command.seen());
          Stamp by = journal.stamp(caller.actor());
          EvaluationSheet after = before.reopen(by);
          offers.madeFrom(before.id()).stream()
              .filter(offer -> offer.milestones().delivered().isPresent())
              .findFirst()
              .ifPresent(
                  offer -> {
                    throw new SheetWithClient(before.number(), offer.number());
                  });
          sheets.save(after);
          journal.write(
              by, after.lead(), after.pursuit(), new SheetReopened(after.id(), after.number()));
          return SheetRef.saved(after);
        });
  }
}
