package ro.parcurs.crm.money;

import java.math.BigDecimal;
import ro.parcurs.crm.error.InvalidInput;

/**
 * How much of one currency a unit of another is worth, as entered on the document and kept with it.
 *
 * @param value units of {@code to} for one of {@code from}; greater than 0, at most {@link #MAX},
 *     with exactly four decimals
 */
public record ExchangeRate(Currency from, Currency to, BigDecimal value) {

  public static final int DECIMALS = 4;

  public static final BigDecimal MAX = new BigDecimal("9999.9999");

  /**
   * @throws InvalidInput {@code same-currency}, {@code not-positive}, {@code too-many-decimals} or
   *     {@code out-of-range}
   */
  public ExchangeRate {
    if (from == to) {
      throw InvalidInput.of("exchangeRate", "same-currency");
    }
    if (value.signum() <= 0) {
      throw InvalidInput.of("exchangeRate", "not-positive");
    }
    value =
        Decimals.atScale(
            "exchangeRate",
            Decimals.between("exchangeRate", value, BigDecimal.ZERO, MAX),
            DECIMALS);
  }
}
