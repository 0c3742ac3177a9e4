package ro.parcurs.crm.spreadsheet;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import ro.parcurs.crm.error.InvalidInput;

/**
 * Numbers that stand in cells as texts. The cell doesn't say in which language they were typed, so
 * a number that would be another one in the other language is refused: {@code 1.234} or {@code
 * 1,234}.
 */
final class TypedNumber {

  /** No number of the product is longer. */
  private static final int LONGEST = 40;

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f\\u2009]+");
  private static final Pattern WHOLE = Pattern.compile("-?\\d+");
  private static final Pattern ONE_SIGN = Pattern.compile("-?\\d*[.,]\\d+");
  private static final Pattern TWO_NUMBERS = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");
  private static final Pattern POINTS = Pattern.compile("-?\\d{1,3}([.]\\d{3})+(,\\d+)?");
  private static final Pattern COMMAS = Pattern.compile("-?\\d{1,3}(,\\d{3})+([.]\\d+)?");

  private TypedNumber() {}

  /**
   * @throws InvalidInput {@code cell-no-number} or {@code cell-two-numbers}
   */
  static BigDecimal of(String field, String typed) {
    String text = SPACES.matcher(typed).replaceAll("").replace('\u2212', '-');
    if (text.length() > LONGEST) {
      throw InvalidInput.of(field, "cell-no-number");
    }
    if (TWO_NUMBERS.matcher(text).matches()) {
      throw InvalidInput.of(field, "cell-two-numbers");
    }
    if (WHOLE.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    if (ONE_SIGN.matcher(text).matches()) {
      return new BigDecimal(text.replace(',', '.'));
    }
    if (POINTS.matcher(text).matches()) {
      return new BigDecimal(text.replace(".", "").replace(',', '.'));
    }
    if (COMMAS.matcher(text).matches()) {
      return new BigDecimal(text.replace(",", ""));
    }
    throw InvalidInput.of(field, "cell-no-number");
  }
}
