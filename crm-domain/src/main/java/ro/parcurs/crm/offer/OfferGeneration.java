package ro.parcurs.crm.offer;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.catalogue.PricedLine;
import ro.parcurs.crm.evaluation.SheetChapter;
import ro.parcurs.crm.evaluation.SheetContent;
import ro.parcurs.crm.money.Percentage;

/**
 * How a sheet becomes an offer (spec section 7, Generation): each item of the sheet a chapter with
 * the item's name for a title, in the sheet's order; each priced line of the item a line of the
 * chapter. Nothing is computed again, so without discounts the offer comes to what the sheet does,
 * to the ban.
 */
public final class OfferGeneration {

  private OfferGeneration() {}

  /** The chapters that a sheet's content makes. */
  public static List<Chapter> chapters(SheetContent sheet) {
    return sheet.chapters().stream().map(OfferGeneration::chapter).toList();
  }

  private static Chapter chapter(SheetChapter chapter) {
    return new Chapter(
        chapter.title(), chapter.lines().stream().map(OfferGeneration::line).toList());
  }

  /** The line that offers an item at its price of the day. */
  public static OfferLine line(PricedLine line) {
    return new OfferLine(
        Optional.of(OfferedItem.of(line)),
        line.name(),
        line.unit(),
        line.quantity(),
        line.price(),
        Percentage.ZERO,
        line.vat(),
        false);
  }
}
