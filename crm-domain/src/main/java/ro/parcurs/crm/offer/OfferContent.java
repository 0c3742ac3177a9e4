package ro.parcurs.crm.offer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.CurrencyMismatch;
import ro.parcurs.crm.money.ExchangeRate;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.text.Text;

/**
 * What an offer says; all that its author writes.
 *
 * @param currency of every price in it
 * @param exchangeRate at which items priced in the other currency were converted
 * @param discount on the whole, after the discounts of the lines
 * @param chapters in the order in which they are shown
 * @param validUntil the last day on which it is valid
 */
public record OfferContent(
    Currency currency,
    Optional<ExchangeRate> exchangeRate,
    Percentage discount,
    List<Chapter> chapters,
    Optional<String> notes,
    Optional<String> terms,
    Optional<String> deliveryTime,
    LocalDate validUntil) {

  public static final int MAX_CHAPTERS = 500;
  public static final int MAX_LINES = 10_000;
  public static final int MAX_NOTES_LENGTH = 4000;
  public static final int MAX_TERMS_LENGTH = 4000;
  public static final int MAX_DELIVERY_TIME_LENGTH = 200;

  /**
   * @throws CurrencyMismatch when a price, or the exchange rate, is not in the offer's currency
   * @throws InvalidInput {@code too-many} chapters or lines, {@code too-long} texts
   */
  public OfferContent {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(discount, "discount");
    Objects.requireNonNull(validUntil, "validUntil");
    chapters = List.copyOf(chapters);
    notes = notes.flatMap(text -> Text.optional("notes", text, MAX_NOTES_LENGTH));
    terms = terms.flatMap(text -> Text.optional("terms", text, MAX_TERMS_LENGTH));
    deliveryTime =
        deliveryTime.flatMap(text -> Text.optional("deliveryTime", text, MAX_DELIVERY_TIME_LENGTH));
    if (chapters.size() > MAX_CHAPTERS) {
      throw InvalidInput.of("chapters", "too-many", Map.of("max", MAX_CHAPTERS));
    }
    long lines = chapters.stream().mapToLong(chapter -> chapter.lines().size()).sum();
    if (lines > MAX_LINES) {
      throw InvalidInput.of("chapters", "too-many", Map.of("max", MAX_LINES));
    }
    if (exchangeRate.filter(rate -> rate.to() != currency).isPresent()) {
      throw new CurrencyMismatch(currency, exchangeRate.get().to());
    }
    for (Chapter chapter : chapters) {
      for (OfferLine line : chapter.lines()) {
        if (line.price().currency() != currency) {
          throw new CurrencyMismatch(currency, line.price().currency());
        }
      }
    }
  }

  /** All lines of all chapters. */
  public Stream<OfferLine> lines() {
    return chapters.stream().flatMap(chapter -> chapter.lines().stream());
  }

  /** Whether there is a line that is in the total. */
  public boolean hasOffered() {
    return lines().anyMatch(line -> !line.optional());
  }

  /** The VAT rates in it, each once. */
  public List<VatRate> vatRates() {
    return lines().map(OfferLine::vat).distinct().toList();
  }

  /**
   * The same with other chapters.
   *
   * @throws CurrencyMismatch when a price is not in the offer's currency
   * @throws InvalidInput {@code too-many} chapters or lines
   */
  public OfferContent withChapters(List<Chapter> others) {
    return new OfferContent(
        currency, exchangeRate, discount, others, notes, terms, deliveryTime, validUntil);
  }

  /** The same with another last day of validity. */
  public OfferContent withValidUntil(LocalDate date) {
    return new OfferContent(
        currency, exchangeRate, discount, chapters, notes, terms, deliveryTime, date);
  }
}
