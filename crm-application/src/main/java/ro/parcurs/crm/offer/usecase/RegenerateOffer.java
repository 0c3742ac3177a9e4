package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetLine;
import ro.parcurs.crm.evaluation.usecase.EvaluationSheets;
import ro.parcurs.crm.offer.NotInNegotiation;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferGeneration;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.SheetNotFinalised;
import ro.parcurs.crm.timeline.OfferChanged.OfferRegenerated;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Work;

/**
 * Makes the lines of a draft anew from its sheet, with the recipes and prices of the day; discounts
 * stay where their lines do, and all else that the offer says.
 */
public final class RegenerateOffer {

  public record Command(@NotNull OfferId offer, @NotNull Version seen) {}

  private final Work work;
  private final OfferEdit offer;
  private final EvaluationSheets sheets;
  private final CatalogueItems items;

  @Inject
  public RegenerateOffer(
      Work work, OfferEdit offer, EvaluationSheets sheets, CatalogueItems items) {
    this.work = work;
    this.offer = offer;
    this.sheets = sheets;
    this.items = items;
  }

  /**
   * @throws NotFound when there is no such offer, or it was not made from a sheet
   * @throws NotPermitted when the actor may not pursue its lead
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NotInNegotiation when its pursuit is not negotiating
   * @throws NoSuchTransition unless it is a draft
   * @throws SheetNotFinalised when the sheet was reopened
   */
  public OfferRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () ->
            offer.edit(
                caller.actor(),
                Permission.PURSUE_LEAD,
                command.offer(),
                command.seen(),
                this::regenerated,
                (before, after) ->
                    new OfferRegenerated(
                        after.id(),
                        after.number(),
                        before.figures().totals().net(),
                        after.figures().totals().net())));
  }

  private Offer regenerated(Offer before, Stamp by) {
    SheetId id =
        before.sheet().orElseThrow(() -> new NotFound(Subject.EVALUATION_SHEET, before.number()));
    EvaluationSheet sheet = sheets.get(id);
    if (!sheet.isFinalised()) {
      throw new SheetNotFinalised(sheet.number());
    }
    List<ItemId> sold = sheet.lines().stream().map(SheetLine::item).distinct().toList();
    Catalogue today = items.catalogueOf(sold);
    return before.regenerate(
        id, OfferGeneration.again(before.content(), sheet.terms(), sheet.price(today)), by);
  }
}
