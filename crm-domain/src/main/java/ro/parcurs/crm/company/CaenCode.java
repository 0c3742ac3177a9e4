package ro.parcurs.crm.company;

import java.util.regex.Pattern;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * The class of a company's main activity (<i>cod CAEN</i>): four digits. Which revision of the
 * classification it belongs to is not known.
 *
 * @param digits four
 */
public record CaenCode(String digits) {

  private static final Pattern FORM = Pattern.compile("[0-9]{4}");

  public CaenCode {
    if (!FORM.matcher(digits).matches()) {
      throw InvalidInput.of("caen", "caen-format");
    }
  }

  /**
   * Reads a code that may have lost its leading zero, as in the company registry's answers.
   *
   * @throws InvalidInput {@code caen-format}
   */
  public static CaenCode of(String text) {
    String written = Text.clean(text);
    return new CaenCode(written.length() == 3 ? "0" + written : written);
  }

  @Override
  public String toString() {
    return digits;
  }
}
