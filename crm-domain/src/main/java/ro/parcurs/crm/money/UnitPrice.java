package ro.parcurs.crm.money;

import java.math.BigDecimal;
import java.util.Objects;
import ro.parcurs.crm.error.InvalidInput;

/**
 * The net price of one unit.
 *
 * @param value 0 to {@link #MAX}, with exactly four decimals
 */
public record UnitPrice(BigDecimal value, Currency currency) {

  public static final BigDecimal MAX = new BigDecimal("999999999.9999");

  /**
   * @throws InvalidInput {@code too-many-decimals} or {@code out-of-range}
   */
  public UnitPrice {
    Objects.requireNonNull(currency, "currency");
    value =
        Decimals.atScale(
            "price",
            Decimals.between("price", value, BigDecimal.ZERO, MAX),
            Rounding.PRICE_DECIMALS);
  }

  /** A price written as a decimal, for example {@code "12.49"}. */
  public static UnitPrice of(String value, Currency currency) {
    return new UnitPrice(new BigDecimal(value), currency);
  }

  public static UnitPrice zero(Currency currency) {
    return new UnitPrice(BigDecimal.ZERO, currency);
  }

  /** The exact number as a price, by the one rounding rule to four decimals. */
  public static UnitPrice rounded(BigDecimal exact, Currency currency) {
    return new UnitPrice(Rounding.price(exact), currency);
  }

  /**
   * The price in the rate's other currency, by the one rounding rule to four decimals.
   *
   * @throws CurrencyMismatch when the rate is not from this price's currency
   */
  public UnitPrice convert(ExchangeRate rate) {
    CurrencyMismatch.check(rate.from(), currency);
    return rounded(value.multiply(rate.value()), rate.to());
  }

  /** The price of so many units, exact: the summand of a recipe's price. */
  public BigDecimal times(Quantity quantity) {
    return value.multiply(quantity.value());
  }

  @Override
  public String toString() {
    return value.toPlainString() + " " + currency;
  }
}
