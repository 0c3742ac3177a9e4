package ro.parcurs.crm.catalogue;

import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.ExchangeRate;

/**
 * In what currency a document is priced.
 *
 * @param rate at which prices in the other currency are converted; where it is missing, there may
 *     be none
 */
public record PricingTerms(Currency currency, Optional<ExchangeRate> rate) {

  /** In lei, with nothing to convert. */
  public static final PricingTerms RON = new PricingTerms(Currency.RON, Optional.empty());

  /**
   * @throws InvalidInput {@code other-currency} when the rate doesn't lead to the currency
   */
  public PricingTerms {
    Objects.requireNonNull(currency, "currency");
    if (rate.filter(known -> known.to() != currency).isPresent()) {
      throw InvalidInput.of("exchangeRate", "other-currency");
    }
  }
}
