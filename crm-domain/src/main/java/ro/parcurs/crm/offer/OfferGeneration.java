package ro.parcurs.crm.offer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.catalogue.PricedLine;
import ro.parcurs.crm.evaluation.SheetChapter;
import ro.parcurs.crm.evaluation.SheetContent;
import ro.parcurs.crm.evaluation.SheetTerms;
import ro.parcurs.crm.money.Percentage;

/**
 * How a sheet becomes an offer (spec section 7, Generation): each item of the sheet a chapter with
 * the item's name for a title, in the sheet's order; each priced line of the item a line of the
 * chapter. Nothing is computed again, so without discounts the offer comes to what the sheet does,
 * to the ban.
 */
public final class OfferGeneration {

  private OfferGeneration() {}

  /** What a new offer made from a sheet says. */
  public static OfferContent content(SheetTerms terms, SheetContent sheet, LocalDate validUntil) {
    return new OfferContent(
        sheet.currency(),
        terms.pricing().rate(),
        Percentage.ZERO,
        chapters(sheet),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        validUntil);
  }

  /**
   * What an offer says once its chapters are made anew from a sheet. A line that stands for the
   * same item in a chapter of the same title keeps its discount; all else that was said stays.
   */
  public static OfferContent again(OfferContent before, SheetTerms terms, SheetContent sheet) {
    return new OfferContent(
        sheet.currency(),
        terms.pricing().rate(),
        before.discount(),
        chapters(sheet).stream().map(chapter -> withDiscounts(chapter, before)).toList(),
        before.notes(),
        before.terms(),
        before.deliveryTime(),
        before.validUntil());
  }

  /**
   * The lines that are not from the sheet, in the offer's order: those that are lost when its
   * chapters are made anew.
   */
  public static List<OfferLine> notFrom(SheetContent sheet, OfferContent content) {
    OfferContent made =
        new OfferContent(
            content.currency(),
            content.exchangeRate(),
            content.discount(),
            chapters(sheet),
            content.notes(),
            content.terms(),
            content.deliveryTime(),
            content.validUntil());
    return OfferComparison.between(content, made).removed();
  }

  private static Chapter withDiscounts(Chapter chapter, OfferContent before) {
    return new Chapter(
        chapter.title(),
        chapter.lines().stream()
            .map(line -> line.withDiscount(discountIn(before, chapter.title(), line)))
            .toList());
  }

  private static Percentage discountIn(OfferContent before, String title, OfferLine line) {
    return before.chapters().stream()
        .filter(chapter -> chapter.title().equals(title))
        .flatMap(chapter -> chapter.lines().stream())
        .filter(other -> other.itemId().isPresent() && other.itemId().equals(line.itemId()))
        .map(OfferLine::discount)
        .findFirst()
        .orElse(Percentage.ZERO);
  }

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
