package ro.parcurs.example.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ro.parcurs.crm.error.InvalidInput;

/**
 * Reads what people type. A number that could mean two things ({@code 1.234} in Romanian) is
 * refused rather than guessed.
 */
final class Reading {

  static final String NOT_A_NUMBER = "not-a-number";
  static final String AMBIGUOUS_NUMBER = "ambiguous-number";
  static final String NOT_A_DATE = "not-a-date";

  /** No number of the product is longer. */
  private static final int LONGEST_NUMBER = 40;

  private static final Pattern PLAIN = Pattern.compile("-?\\d+([.]\\d+)?");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f\\u2009]+");

  private static final List<DateTimeFormatter> DATES =
      List.of(strict("uuuu-MM-dd"), strict("d.M.uuuu"), strict("d/M/uuuu"), strict("d-M-uuuu"));

  private static final List<DateTimeFormatter> TIMES =
      List.of(strict("H:mm"), strict("H:mm:ss"), strict("H:mm:ss.SSS"));

  private Reading() {}

  /**
   * Reads a decimal number; grouping and decimal marks as in the language.
   *
   * @throws InvalidInput with the code {@code not-a-number} or {@code ambiguous-number}
   */
  static BigDecimal number(String field, String typed, Locale locale) {
    char decimal = "en".equals(locale.getLanguage()) ? '.' : ',';
    char group = decimal == '.' ? ',' : '.';
    String text = SPACES.matcher(typed).replaceAll("").replace('−', '-');
    if (text.length() > LONGEST_NUMBER) {
      throw InvalidInput.of(field, NOT_A_NUMBER);
    }
    String plain = ungrouped(field, text, decimal, group).replace(decimal, '.');
    if (!PLAIN.matcher(plain).matches()) {
      throw InvalidInput.of(field, NOT_A_NUMBER);
    }
    return new BigDecimal(plain);
  }

  private static String ungrouped(String field, String text, char decimal, char group) {
    String groups = Pattern.quote(String.valueOf(group));
    String rest = "(" + Pattern.quote(String.valueOf(decimal)) + "\\d+)?";
    if (text.indexOf(group) < 0) {
      return text;
    }
    boolean grouped = text.matches("-?[1-9]\\d{0,2}(" + groups + "\\d{3})+" + rest);
    boolean twice = text.indexOf(group) != text.lastIndexOf(group);
    boolean both = text.indexOf(decimal) >= 0;
    if (grouped && (twice || both)) {
      return text.replace(String.valueOf(group), "");
    }
    if (grouped) {
      throw InvalidInput.of(field, AMBIGUOUS_NUMBER);
    }
    if (!twice && !both) {
      return text.replace(group, decimal);
    }
    throw InvalidInput.of(field, NOT_A_NUMBER);
  }

  /**
   * Reads a day, as a date field sends it or as it is written in Romania.
   *
   * @throws InvalidInput with the code {@code not-a-date}
   */
  static LocalDate date(String field, String typed) {
    return findDate(typed.strip()).orElseThrow(() -> InvalidInput.of(field, NOT_A_DATE));
  }

  /**
   * Reads a day with its time.
   *
   * @throws InvalidInput with the code {@code not-a-date}
   */
  static LocalDateTime dateTime(String field, String typed) {
    String[] parts = typed.strip().split("[T ]+", -1);
    if (parts.length == 2) {
      Optional<LocalDate> date = findDate(parts[0]);
      Optional<LocalTime> time = findTime(parts[1]);
      if (date.isPresent() && time.isPresent()) {
        return date.get().atTime(time.get());
      }
    }
    throw InvalidInput.of(field, NOT_A_DATE);
  }

  private static Optional<LocalDate> findDate(String text) {
    return DATES.stream()
        .flatMap(format -> parsed(format, text).stream())
        .map(LocalDate::from)
        .filter(date -> date.getYear() >= 1 && date.getYear() <= 9999)
        .findFirst();
  }

  private static Optional<LocalTime> findTime(String text) {
    return TIMES.stream()
        .flatMap(format -> parsed(format, text).stream())
        .map(LocalTime::from)
        .findFirst();
  }

  private static Optional<TemporalAccessor> parsed(DateTimeFormatter format, String text) {
    try {
      return Optional.of(format.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
