package ro.parcurs.crm.number;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.parcurs.crm.error.InvalidInput;

/**
 * The number of a document: {@code FE-2026-00017} is the seventeenth evaluation sheet of 2026.
 *
 * @param year 2000 to 9999
 * @param ordinal from 1; at least five digits when shown
 */
public record DocumentNumber(Series series, int year, int ordinal) {

  private static final Pattern FORM = Pattern.compile("([A-Z]{2})-(\\d{4})-(\\d{5,10})");

  public DocumentNumber {
    if (year < 2000 || year > 9999) {
      throw InvalidInput.of("year", "out-of-range", Map.of("min", 2000, "max", 9999));
    }
    if (ordinal < 1) {
      throw InvalidInput.of("ordinal", "out-of-range", Map.of("min", 1, "max", Integer.MAX_VALUE));
    }
  }

  /**
   * Reads a number back from the form that {@link #toString()} gives.
   *
   * @throws InvalidInput {@code format}
   */
  public static DocumentNumber parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      for (Series series : Series.values()) {
        if (series.prefix().equals(matcher.group(1))) {
          try {
            return new DocumentNumber(
                series, Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
          } catch (NumberFormatException tooLarge) {
            break;
          }
        }
      }
    }
    throw InvalidInput.of("number", "format");
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s-%d-%05d", series.prefix(), year, ordinal);
  }
}
