package ro.parcurs.crm.offer.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.ExchangeRate;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Totals;

/**
 * What an offer says and comes to.
 *
 * @param beforeDiscount the sum of the lines in the total
 * @param discount the offer's discount, in percent
 * @param discountAmount the offer's discount, as an amount
 * @param totals after all discounts
 * @param optional the sum of the optional lines, which are in no total
 */
public record OfferContentView(
    Currency currency,
    Optional<ExchangeRate> exchangeRate,
    List<ChapterView> chapters,
    Money beforeDiscount,
    Percentage discount,
    Money discountAmount,
    Totals totals,
    Money optional,
    Optional<String> notes,
    Optional<String> terms,
    Optional<String> deliveryTime,
    LocalDate validUntil) {

  public OfferContentView {
    chapters = List.copyOf(chapters);
  }

  /** Whether there is a line that is shown apart. */
  public boolean hasOptional() {
    return chapters.stream().anyMatch(chapter -> !chapter.optional().isEmpty());
  }
}
