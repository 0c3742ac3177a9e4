package ro.parcurs.crm.company;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * The number under which a company stands in the trade register (<i>nr. Reg. Com.</i>), in one of
 * its two forms, or an association in its own register.
 *
 * <ul>
 *   <li>old: {@code J40/1234/2005}: kind of firm, county, order, year 1990 to 2024;
 *   <li>new, since 26 July 2024: {@code J2005001234400}: kind, year, order, county or 00, check
 *       digit;
 *   <li>associations and foundations: {@code 4325/A/2003}.
 * </ul>
 *
 * <p>The kind is J for companies, F for sole traders, C for cooperatives.
 *
 * @param value in upper case, without blanks; the county of the old form with two digits
 */
public record TradeRegisterNumber(String value) {

  private static final Pattern OLD =
      Pattern.compile("([JFC])/?([0-9]{1,2})/([0-9]{1,6})/(?:[0-9]{2}\\.[0-9]{2}\\.)?([0-9]{4})");
  private static final Pattern NEW =
      Pattern.compile("([JFC])([0-9]{4})([0-9]{6})([0-9]{2})([0-9])");
  private static final Pattern ASSOCIATION = Pattern.compile("[0-9]{1,6}/[A-F]/[0-9]{4}");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_OLD_YEAR = 2024;

  public TradeRegisterNumber {
    value = canonical(value);
  }

  /**
   * Reads a number as people write it: any case, blanks anywhere, hyphens for slashes.
   *
   * @throws InvalidInput {@code trade-register-format} or {@code trade-register-check-digit}
   */
  public static TradeRegisterNumber of(String text) {
    return new TradeRegisterNumber(text);
  }

  /** Whether it is of the form used since 26 July 2024. */
  public boolean isNewForm() {
    return NEW.matcher(value).matches();
  }

  /** The county in the number; none for firms registered after 26 July 2024, nor associations. */
  public Optional<County> county() {
    Matcher old = OLD.matcher(value);
    if (old.matches()) {
      return County.ofCode(Integer.parseInt(old.group(2)));
    }
    Matcher recent = NEW.matcher(value);
    return recent.matches() ? County.ofCode(Integer.parseInt(recent.group(4))) : Optional.empty();
  }

  private static String canonical(String text) {
    String written =
        BLANKS.matcher(Text.clean(text)).replaceAll("").toUpperCase(Locale.ROOT).replace('-', '/');
    Matcher old = OLD.matcher(written);
    if (old.matches()) {
      int county = Integer.parseInt(old.group(2));
      int year = Integer.parseInt(old.group(4));
      if (County.ofCode(county).isEmpty() || year < FIRST_YEAR || year > LAST_OLD_YEAR) {
        throw wrongFormat();
      }
      return String.format(
          Locale.ROOT, "%s%02d/%d/%d", old.group(1), county, Integer.parseInt(old.group(3)), year);
    }
    Matcher recent = NEW.matcher(written);
    if (recent.matches()) {
      checkNewForm(recent);
      return written;
    }
    if (ASSOCIATION.matcher(written).matches()) {
      return written;
    }
    throw wrongFormat();
  }

  private static void checkNewForm(Matcher number) {
    int year = Integer.parseInt(number.group(2));
    int county = Integer.parseInt(number.group(4));
    boolean knownCounty =
        county == 0 || (year <= LAST_OLD_YEAR && County.ofCode(county).isPresent());
    if (year < FIRST_YEAR || !knownCounty) {
      throw wrongFormat();
    }
    String digits = number.group(2) + number.group(3) + number.group(4);
    int sum = number.group(1).charAt(0) % 10;
    for (int i = 0; i < digits.length(); i++) {
      sum += digits.charAt(i) - '0';
    }
    if (sum % 10 != number.group(5).charAt(0) - '0') {
      throw InvalidInput.of("tradeRegisterNumber", "trade-register-check-digit");
    }
  }

  private static InvalidInput wrongFormat() {
    return InvalidInput.of("tradeRegisterNumber", "trade-register-format");
  }

  @Override
  public String toString() {
    return value;
  }
}
