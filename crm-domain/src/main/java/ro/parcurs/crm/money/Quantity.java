package ro.parcurs.crm.money;

import java.math.BigDecimal;
import java.util.List;
import ro.parcurs.crm.error.InvalidInput;

/**
 * How much of an item.
 *
 * @param value greater than 0, at most {@link #MAX}, with exactly three decimals
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {

  public static final BigDecimal MAX = new BigDecimal("999999999.999");

  public static final Quantity ONE = new Quantity(BigDecimal.ONE);

  /**
   * @throws InvalidInput {@code not-positive}, {@code too-many-decimals} or {@code out-of-range}
   */
  public Quantity {
    if (value.signum() <= 0) {
      throw InvalidInput.of("quantity", "not-positive");
    }
    value =
        Decimals.atScale(
            "quantity",
            Decimals.between("quantity", value, BigDecimal.ZERO, MAX),
            Rounding.QUANTITY_DECIMALS);
  }

  /** A quantity written as a decimal, for example {@code "1.5"}. */
  public static Quantity of(String value) {
    return new Quantity(new BigDecimal(value));
  }

  /**
   * So many times as much, by the one rounding rule to three decimals.
   *
   * @throws InvalidInput {@code too-small-quantity} when nothing is left after rounding, {@code
   *     out-of-range} when it is too much
   */
  public Quantity times(Quantity factor) {
    return product(List.of(this, factor));
  }

  /**
   * The product of all, rounded once: what a recipe within a recipe needs.
   *
   * @param factors at least one
   * @throws InvalidInput {@code too-small-quantity} when nothing is left after rounding, {@code
   *     out-of-range} when it is too much
   */
  public static Quantity product(List<Quantity> factors) {
    BigDecimal exact =
        factors.stream().map(Quantity::value).reduce(BigDecimal.ONE, BigDecimal::multiply);
    BigDecimal product = Rounding.quantity(exact);
    if (product.signum() == 0) {
      throw InvalidInput.of("quantity", "too-small-quantity");
    }
    return new Quantity(product);
  }

  @Override
  public int compareTo(Quantity other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.stripTrailingZeros().toPlainString();
  }
}
