package ro.parcurs.crm.money;

/**
 * What a line comes to before VAT: quantity x unit price x (1 - discount), rounded once (spec
 * section 7).
 */
public final class LineNet {

  private LineNet() {}

  /**
   * Computes it from the exact product, so that the discounted unit price is never rounded by
   * itself.
   *
   * @throws ro.parcurs.crm.error.InvalidInput {@code out-of-range} when the line comes to more than
   *     {@link Money#MAX}
   */
  public static Money of(UnitPrice price, Quantity quantity, Percentage discount) {
    return Money.rounded(discount.off(price.times(quantity)), price.currency());
  }

  /** The same without a discount. */
  public static Money of(UnitPrice price, Quantity quantity) {
    return of(price, quantity, Percentage.ZERO);
  }
}
