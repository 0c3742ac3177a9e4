package ro.parcurs.crm.company;

import java.util.Locale;
import java.util.regex.Pattern;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * A bank account number (ISO 13616), whose check digits hold (ISO 7064, mod 97-10). A Romanian one
 * has 24 characters: RO, two check digits, four letters of the bank, sixteen of the account.
 *
 * @param value in upper case, without blanks
 */
public record Iban(String value) {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern ANY = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final Pattern ROMANIAN = Pattern.compile("RO[0-9]{2}[A-Z]{4}[A-Z0-9]{16}");

  public Iban {
    value = BLANKS.matcher(Text.clean(value)).replaceAll("").toUpperCase(Locale.ROOT);
    Pattern form = value.startsWith("RO") ? ROMANIAN : ANY;
    if (!form.matcher(value).matches()) {
      throw InvalidInput.of("iban", "iban-format");
    }
    if (remainder(value) != 1) {
      throw InvalidInput.of("iban", "iban-check-digits");
    }
  }

  /**
   * Reads an IBAN as people write it: in groups, in any case.
   *
   * @throws InvalidInput {@code iban-format} or {@code iban-check-digits}
   */
  public static Iban of(String text) {
    return new Iban(text);
  }

  private static int remainder(String value) {
    String turned = value.substring(4) + value.substring(0, 4);
    int remainder = 0;
    for (int i = 0; i < turned.length(); i++) {
      int digit = Character.digit(turned.charAt(i), 36);
      remainder = (remainder * (digit > 9 ? 100 : 10) + digit) % 97;
    }
    return remainder;
  }

  @Override
  public String toString() {
    return value;
  }
}
