package ro.parcurs.crm.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one rounding rule: half up (spec section 7, Money). Nothing else in the product rounds. */
final class Rounding {

  static final int AMOUNT_DECIMALS = 2;
  static final int PRICE_DECIMALS = 4;
  static final int QUANTITY_DECIMALS = 3;

  private static final RoundingMode RULE = RoundingMode.HALF_UP;

  private Rounding() {}

  static BigDecimal amount(BigDecimal exact) {
    return exact.setScale(AMOUNT_DECIMALS, RULE);
  }

  static BigDecimal price(BigDecimal exact) {
    return exact.setScale(PRICE_DECIMALS, RULE);
  }

  static BigDecimal quantity(BigDecimal exact) {
    return exact.setScale(QUANTITY_DECIMALS, RULE);
  }
}
