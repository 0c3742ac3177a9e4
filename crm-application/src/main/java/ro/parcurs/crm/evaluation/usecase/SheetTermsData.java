package ro.parcurs.crm.evaluation.usecase;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.catalogue.Explosion;
import ro.parcurs.crm.catalogue.PricingTerms;
import ro.parcurs.crm.evaluation.SheetTerms;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.ExchangeRate;
import ro.parcurs.crm.validation.ValidDecimal;

/**
 * How a sheet is to be priced, as entered.
 *
 * @param exchangeRate how much of the currency one unit of the other currency is worth; missing
 *     where nothing has to be converted
 */
public record SheetTermsData(
    @NotNull @Nullable Currency currency,
    @ValidDecimal(ValidDecimal.Kind.EXCHANGE_RATE) @Nullable BigDecimal exchangeRate,
    @NotNull @Nullable Explosion explosion) {

  /** What a new sheet has. */
  public static final SheetTermsData DEFAULT =
      new SheetTermsData(Currency.RON, null, Explosion.COMPONENTS);

  SheetTerms terms() {
    Currency to = Objects.requireNonNull(currency);
    Currency from = to == Currency.RON ? Currency.EUR : Currency.RON;
    return new SheetTerms(
        new PricingTerms(
            to, Optional.ofNullable(exchangeRate).map(rate -> new ExchangeRate(from, to, rate))),
        Objects.requireNonNull(explosion));
  }
}
