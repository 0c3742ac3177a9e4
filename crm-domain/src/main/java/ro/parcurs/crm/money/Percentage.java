package ro.parcurs.crm.money;

import java.math.BigDecimal;
import ro.parcurs.crm.error.InvalidInput;

/**
 * A discount, a VAT rate, a commission rate.
 *
 * @param value in percent, 0 to 100, with exactly two decimals
 */
public record Percentage(BigDecimal value) implements Comparable<Percentage> {

  public static final int DECIMALS = 2;

  public static final BigDecimal HUNDRED = new BigDecimal("100");

  public static final Percentage ZERO = new Percentage(BigDecimal.ZERO);

  /**
   * @throws InvalidInput {@code too-many-decimals} or {@code out-of-range}
   */
  public Percentage {
    value =
        Decimals.atScale(
            "percentage",
            Decimals.between("percentage", value, BigDecimal.ZERO, HUNDRED),
            DECIMALS);
  }

  /** A percentage written as a decimal, for example {@code "21"} or {@code "2.5"}. */
  public static Percentage of(String value) {
    return new Percentage(new BigDecimal(value));
  }

  public boolean isZero() {
    return value.signum() == 0;
  }

  /** This share of the number, exact. */
  BigDecimal of(BigDecimal number) {
    return number.multiply(value).movePointLeft(2);
  }

  /** What is left of the number without this share, exact. */
  BigDecimal off(BigDecimal number) {
    return number.subtract(of(number));
  }

  @Override
  public int compareTo(Percentage other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.stripTrailingZeros().toPlainString() + " %";
  }
}
