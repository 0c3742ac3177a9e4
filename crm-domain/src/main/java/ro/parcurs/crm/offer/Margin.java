package ro.parcurs.crm.offer;

import java.util.Optional;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.ExchangeRate;
import ro.parcurs.crm.money.LineNet;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.UnitPrice;

/**
 * What an offer leaves the seller, as far as costs are known: only lines in the total whose item
 * has a cost price count, on both sides.
 *
 * @param revenue what those lines come to after all discounts, before VAT
 * @param cost what they cost the seller
 * @param complete whether every line in the total has a known cost
 */
public record Margin(Money revenue, Money cost, boolean complete) {

  /** Computes it; empty when no line in the total has a known cost. */
  static Optional<Margin> of(OfferContent content, OfferFigures figures) {
    Money revenue = Money.zero(content.currency());
    Money cost = revenue;
    boolean any = false;
    boolean complete = true;
    for (int c = 0; c < content.chapters().size(); c++) {
      Chapter chapter = content.chapters().get(c);
      for (int i = 0; i < chapter.lines().size(); i++) {
        OfferLine line = chapter.lines().get(i);
        if (line.optional()) {
          continue;
        }
        Optional<UnitPrice> unit = costOf(line, content);
        if (unit.isEmpty()) {
          complete = false;
          continue;
        }
        any = true;
        revenue = revenue.plus(figures.chapters().get(c).lines().get(i).total());
        cost = cost.plus(LineNet.of(unit.get(), line.quantity()));
      }
    }
    return any ? Optional.of(new Margin(revenue, cost, complete)) : Optional.empty();
  }

  /** What is left; negative for a loss. */
  public Money amount() {
    return revenue.minus(cost);
  }

  private static Optional<UnitPrice> costOf(OfferLine line, OfferContent content) {
    Currency currency = content.currency();
    return line.item()
        .flatMap(OfferedItem::cost)
        .flatMap(
            cost ->
                cost.currency() == currency
                    ? Optional.of(cost)
                    : rateFrom(cost.currency(), content).map(cost::convert));
  }

  private static Optional<ExchangeRate> rateFrom(Currency from, OfferContent content) {
    return content.exchangeRate().filter(rate -> rate.from() == from);
  }
}
