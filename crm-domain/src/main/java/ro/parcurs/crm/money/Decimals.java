package ro.parcurs.crm.money;

import java.math.BigDecimal;
import java.util.Map;
import ro.parcurs.crm.error.InvalidInput;

/** Checks of the decimals that values are made of. */
final class Decimals {

  /**
   * A number with more digits than this is not one that somebody meant; it also bounds the cost of
   * computing with it.
   */
  private static final int MAX_PRECISION = 40;

  private Decimals() {}

  /**
   * The number at exactly the given scale.
   *
   * @throws InvalidInput {@code too-many-decimals}
   */
  static BigDecimal atScale(String field, BigDecimal number, int decimals) {
    if (number.signum() != 0
        && (number.precision() > MAX_PRECISION
            || Math.abs((long) number.scale()) > MAX_PRECISION)) {
      throw tooManyDecimals(field, decimals);
    }
    if (number.signum() != 0 && number.stripTrailingZeros().scale() > decimals) {
      throw tooManyDecimals(field, decimals);
    }
    return number.signum() == 0 ? BigDecimal.ZERO.setScale(decimals) : number.setScale(decimals);
  }

  /**
   * The number, when it lies between the bounds, both included.
   *
   * @throws InvalidInput {@code out-of-range}
   */
  static BigDecimal between(String field, BigDecimal number, BigDecimal min, BigDecimal max) {
    if (number.compareTo(min) < 0 || number.compareTo(max) > 0) {
      throw InvalidInput.of(field, "out-of-range", Map.of("min", min, "max", max));
    }
    return number;
  }

  private static InvalidInput tooManyDecimals(String field, int decimals) {
    return InvalidInput.of(field, "too-many-decimals", Map.of("decimals", decimals));
  }
}
