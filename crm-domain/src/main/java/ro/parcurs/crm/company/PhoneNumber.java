package ro.parcurs.crm.company;

import java.util.regex.Pattern;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * A telephone number in the international form of E.164. Romanian numbers are read in their
 * national form too, even when a spreadsheet has eaten the leading zero.
 *
 * @param value a plus and 7 to 15 digits
 */
public record PhoneNumber(String value) {

  private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern FILLING = Pattern.compile("[\\s\\p{Z}./()-]+");
  private static final Pattern ROMANIAN = Pattern.compile("0?([23789][0-9]{8})");
  private static final String ROMANIA = "+40";

  public PhoneNumber {
    if (!FORM.matcher(value).matches()) {
      throw InvalidInput.of("phone", "phone-format");
    }
  }

  /**
   * Reads a number as people write it, with blanks, dots, slashes, hyphens and brackets.
   *
   * @throws InvalidInput {@code phone-format}
   */
  public static PhoneNumber of(String text) {
    String written = FILLING.matcher(Text.clean(text)).replaceAll("");
    if (written.startsWith("00")) {
      written = "+" + written.substring(2);
    }
    // "+40 (0) 722 …", a habit of letterheads
    written = written.replaceFirst("^\\+400", "+40");
    var romanian = ROMANIAN.matcher(written);
    return new PhoneNumber(romanian.matches() ? ROMANIA + romanian.group(1) : written);
  }

  /** As people in Romania write it: {@code 0722 123 456}; foreign numbers stay as they are. */
  public String shown() {
    if (value.startsWith(ROMANIA) && value.length() == ROMANIA.length() + 9) {
      String national = "0" + value.substring(ROMANIA.length());
      return national.substring(0, 4)
          + " "
          + national.substring(4, 7)
          + " "
          + national.substring(7);
    }
    return value;
  }

  @Override
  public String toString() {
    return value;
  }
}
