package ro.parcurs.crm.money;

import java.util.Objects;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * A VAT rate as documents name it. Which rates there are, and from when to when, is data: see
 * {@link VatRates}.
 *
 * @param code short and unique, for example {@code 21} or {@code SCUTIT}; at most {@value
 *     #MAX_CODE_LENGTH} characters
 * @param exempt whether it stands for an exemption, which is shown apart from a rate of 0
 */
public record VatRate(String code, Percentage percentage, boolean exempt) {

  public static final int MAX_CODE_LENGTH = 10;

  /**
   * @throws InvalidInput for a code that is missing or too long, and {@code exempt-with-percentage}
   */
  public VatRate {
    code = Text.required("vatRate", code, MAX_CODE_LENGTH);
    Objects.requireNonNull(percentage, "percentage");
    if (exempt && !percentage.isZero()) {
      throw InvalidInput.of("vatRate", "exempt-with-percentage");
    }
  }

  public static VatRate of(String code, String percentage) {
    return new VatRate(code, Percentage.of(percentage), false);
  }

  public static VatRate exempt(String code) {
    return new VatRate(code, Percentage.ZERO, true);
  }

  /** The VAT on a base: base x rate, by the one rounding rule (EN 16931, BR-CO-17). */
  public Money on(Money base) {
    return base.percent(percentage);
  }
}
