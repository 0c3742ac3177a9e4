package ro.parcurs.crm.money;

import java.math.BigDecimal;
import java.util.Objects;
import ro.parcurs.crm.error.InvalidInput;

/**
 * An amount of money, exact to the ban or the cent; may be negative.
 *
 * @param amount with exactly two decimals
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

  /** Amounts reach 15 digits before the decimal mark, which is what stores keep. */
  public static final BigDecimal MAX = new BigDecimal("999999999999999.99");

  /**
   * @throws InvalidInput {@code too-many-decimals} or {@code out-of-range}
   */
  public Money {
    Objects.requireNonNull(currency, "currency");
    amount =
        Decimals.between(
            "amount",
            Decimals.atScale("amount", amount, Rounding.AMOUNT_DECIMALS),
            MAX.negate(),
            MAX);
  }

  /** An amount written as a decimal, for example {@code "97.50"}. */
  public static Money of(String amount, Currency currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /** The exact number as money, by the one rounding rule. */
  static Money rounded(BigDecimal exact, Currency currency) {
    return new Money(Rounding.amount(exact), currency);
  }

  /**
   * The sum.
   *
   * @throws CurrencyMismatch when the other amount is in another currency
   */
  public Money plus(Money other) {
    CurrencyMismatch.check(currency, other.currency);
    return new Money(amount.add(other.amount), currency);
  }

  /**
   * The difference.
   *
   * @throws CurrencyMismatch when the other amount is in another currency
   */
  public Money minus(Money other) {
    return plus(other.negated());
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** The percentage of this amount, by the one rounding rule. */
  public Money percent(Percentage percentage) {
    return rounded(percentage.of(amount), currency);
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  /**
   * By amount.
   *
   * @throws CurrencyMismatch when the other amount is in another currency
   */
  @Override
  public int compareTo(Money other) {
    CurrencyMismatch.check(currency, other.currency);
    return amount.compareTo(other.amount);
  }

  /** The amount and the currency's code, for logs and tests. */
  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
