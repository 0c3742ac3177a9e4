package ro.parcurs.crm.company;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * A Romanian fiscal code (<i>cod unic de înregistrare</i>): {@value #MIN_LENGTH} to {@value
 * #MAX_LENGTH} digits, the last of which is a check digit.
 *
 * <p>The prefix RO only marks a VAT payer and is not part of the code. Some 0.007 % of the codes in
 * use are old ones that fail the check digit, so a code with a wrong one can be made, but only
 * {@linkplain #unchecked knowingly}; a text of the wrong form never becomes a code.
 *
 * @param digits without the prefix RO and without leading zeros
 */
public record Cui(String digits) {

  public static final int MIN_LENGTH = 2;
  public static final int MAX_LENGTH = 10;

  private static final String KEY = "753217532";
  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{1,9}");
  private static final Pattern WRITTEN = Pattern.compile("(?:RO)?(?=[0-9]{2,10}\\z)0*([0-9]+)");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  public Cui {
    if (!FORM.matcher(digits).matches()) {
      throw InvalidInput.of("cui", "cui-format");
    }
  }

  /**
   * Reads a code as people write it: with or without RO, blanks anywhere.
   *
   * @throws InvalidInput {@code cui-format} or {@code cui-check-digit}
   */
  public static Cui of(String text) {
    Cui cui = unchecked(text);
    if (!cui.hasValidCheckDigit()) {
      throw InvalidInput.of("cui", "cui-check-digit");
    }
    return cui;
  }

  /**
   * Reads a code whose check digit somebody has looked at and accepts as it is.
   *
   * @throws InvalidInput {@code cui-format}
   */
  public static Cui unchecked(String text) {
    Matcher written = written(text);
    if (!written.matches()) {
      throw InvalidInput.of("cui", "cui-format");
    }
    return new Cui(written.group(1));
  }

  /** Whether the text has the form of a code, whatever its check digit. */
  public static boolean isWellFormed(String text) {
    Matcher written = written(text);
    return written.matches() && FORM.matcher(written.group(1)).matches();
  }

  private static Matcher written(String text) {
    return WRITTEN.matcher(
        BLANKS.matcher(Text.clean(text)).replaceAll("").toUpperCase(Locale.ROOT));
  }

  /**
   * Whether the last digit is what the others come to: their sum weighted by 753217532 from the
   * right, times ten, modulo eleven, with ten counted as zero.
   */
  public boolean hasValidCheckDigit() {
    int last = digits.length() - 1;
    return checkDigit(digits.substring(0, last)) == digits.charAt(last) - '0';
  }

  /** The check digit that belongs after the body of a code, of one to nine digits. */
  static int checkDigit(String body) {
    int offset = KEY.length() - body.length();
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += (body.charAt(i) - '0') * (KEY.charAt(offset + i) - '0');
    }
    return sum * 10 % 11 % 10;
  }

  @Override
  public String toString() {
    return digits;
  }
}
