package ro.parcurs.crm.offer.usecase;

import java.util.List;
import ro.parcurs.crm.evaluation.ChapterChange;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.number.DocumentNumber;

/**
 * The sheet that an offer was made from, and whether it still says the same.
 *
 * @param finalised whether it still is; it may have been reopened
 * @param changes what the catalogue would make differently today (spec section 7: the user is told)
 * @param byHand the lines of a draft that are not from the sheet, which making it anew would drop
 */
public record SourceView(
    SheetId id,
    DocumentNumber number,
    boolean finalised,
    List<ChapterChange> changes,
    List<OfferLineView> byHand) {

  public SourceView {
    changes = List.copyOf(changes);
    byHand = List.copyOf(byHand);
  }
}
