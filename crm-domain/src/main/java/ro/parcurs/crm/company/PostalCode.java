package ro.parcurs.crm.company;

import java.util.regex.Pattern;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * A Romanian postal code.
 *
 * @param digits six
 */
public record PostalCode(String digits) {

  private static final Pattern FORM = Pattern.compile("[0-9]{6}");

  public PostalCode {
    if (!FORM.matcher(digits).matches()) {
      throw InvalidInput.of("postalCode", "postal-code-format");
    }
  }

  /**
   * Reads a code that may have lost its leading zero: those of Bucharest begin with one.
   *
   * @throws InvalidInput {@code postal-code-format}
   */
  public static PostalCode of(String text) {
    String written = Text.clean(text);
    return new PostalCode(written.length() == 5 ? "0" + written : written);
  }

  @Override
  public String toString() {
    return digits;
  }
}
