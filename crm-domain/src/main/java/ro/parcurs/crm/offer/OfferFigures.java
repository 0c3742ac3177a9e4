package ro.parcurs.crm.offer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import ro.parcurs.crm.money.Allocation;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.TaxedNet;
import ro.parcurs.crm.money.Totals;

/**
 * What an offer comes to (spec section 7, Money): the one computation behind the page, the list,
 * the document and the order.
 *
 * <p>Each line is rounded once. The offer's discount is a share of the sum of the lines in the
 * total, rounded once, and spread over them by largest remainder, so that the lines always add up.
 * VAT is computed per rate on the sum of what the lines are left with. Optional lines count in
 * nothing but their own sum.
 *
 * @param beforeDiscount the sum of the lines in the total, before the offer's discount
 * @param discount the offer's discount as an amount
 * @param totals after all discounts
 * @param optional the sum of the optional lines, after their own discounts
 */
public record OfferFigures(
    List<ChapterFigures> chapters,
    Money beforeDiscount,
    Money discount,
    Totals totals,
    Money optional) {

  /**
   * @param net the sum of its lines in the total, before the offer's discount
   * @param total the same after the offer's discount
   */
  public record ChapterFigures(List<LineFigures> lines, Money net, Money total) {
    public ChapterFigures {
      lines = List.copyOf(lines);
    }
  }

  /**
   * @param net after the line's own discount
   * @param share the line's share of the offer's discount; 0 for an optional line
   * @param total what is left: what the client pays before VAT
   */
  public record LineFigures(Money net, Money share, Money total) {}

  public OfferFigures {
    chapters = List.copyOf(chapters);
  }

  /**
   * Computes them.
   *
   * @throws ro.parcurs.crm.error.InvalidInput {@code out-of-range} when it comes to more than
   *     {@link Money#MAX}
   */
  public static OfferFigures of(OfferContent content) {
    Money zero = Money.zero(content.currency());
    List<OfferLine> offered = content.lines().filter(line -> !line.optional()).toList();
    List<Money> nets = offered.stream().map(OfferLine::net).toList();
    Money before = sum(nets, zero);
    Money discount = before.percent(content.discount());
    Iterator<Money> shares = Allocation.largestRemainder(discount, nets).iterator();

    List<ChapterFigures> chapters = new ArrayList<>();
    List<TaxedNet> taxed = new ArrayList<>();
    Money optional = zero;
    for (Chapter chapter : content.chapters()) {
      List<LineFigures> lines = new ArrayList<>();
      Money chapterNet = zero;
      Money chapterTotal = zero;
      for (OfferLine line : chapter.lines()) {
        Money net = line.net();
        Money share = line.optional() ? zero : shares.next();
        Money total = net.minus(share);
        lines.add(new LineFigures(net, share, total));
        if (line.optional()) {
          optional = optional.plus(net);
        } else {
          chapterNet = chapterNet.plus(net);
          chapterTotal = chapterTotal.plus(total);
          taxed.add(new TaxedNet(line.vat(), total));
        }
      }
      chapters.add(new ChapterFigures(lines, chapterNet, chapterTotal));
    }
    Currency currency = content.currency();
    return new OfferFigures(chapters, before, discount, Totals.of(currency, taxed), optional);
  }

  private static Money sum(List<Money> amounts, Money zero) {
    return amounts.stream().reduce(zero, Money::plus);
  }
}
