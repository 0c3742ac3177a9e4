package ro.parcurs.crm.adapter.postgres;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.text.Text;

/**
 * Values of columns as the text that PostgreSQL reads them from (manual, 8.5, 8.15), whatever the
 * settings of the session. A hash is the text of a {@code bytea}. Thread-safe.
 */
final class TextForm {

  /** Years of five digits and years before Christ are told in their own way. */
  private static final DateTimeFormatter FAR_DATE = far("-MM-dd ");

  private static final DateTimeFormatter FAR_INSTANT =
      far("-MM-dd HH:mm:ss.SSSSSSSSS'+00' ").withZone(ZoneOffset.UTC);

  private static final LocalDate FIRST_PLAIN_DATE = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST_PLAIN_DATE = LocalDate.of(9999, 12, 31);
  private static final Instant FIRST_PLAIN = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST_PLAIN = Instant.parse("9999-12-31T23:59:59Z");

  private static final Map<Class<?>, Method> ONLY_COMPONENTS = new ConcurrentHashMap<>();

  private TextForm() {}

  private static DateTimeFormatter far(String afterYear) {
    return new DateTimeFormatterBuilder()
        .appendValue(ChronoField.YEAR_OF_ERA, 4, 9, SignStyle.NOT_NEGATIVE)
        .appendPattern(afterYear)
        // In PostgreSQL's words; those of the root locale are others since JDK 23.
        .appendText(ChronoField.ERA, Map.of(0L, "BC", 1L, "AD"))
        .toFormatter(Locale.ROOT);
  }

  /**
   * @param field what is at fault when the value can't be stored
   * @return null for null
   * @throws InvalidInput {@code unreadable-character}
   */
  static @Nullable String of(String field, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof String text) {
      return storable(field, text);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Sha256 hash) {
      return "\\x" + hash.value();
    }
    if (value instanceof Record record) {
      return of(field, onlyComponent(record));
    }
    if (value instanceof Collection<?> many) {
      return array(field, many);
    }
    if (value instanceof Instant instant) {
      return instant.isBefore(FIRST_PLAIN) || instant.isAfter(LAST_PLAIN)
          ? FAR_INSTANT.format(instant)
          : instant.toString();
    }
    if (value instanceof LocalDate date) {
      return date.isBefore(FIRST_PLAIN_DATE) || date.isAfter(LAST_PLAIN_DATE)
          ? FAR_DATE.format(date)
          : date.toString();
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private static String storable(String field, String text) {
    if (!Text.isStorable(text)) {
      throw InvalidInput.of(field, "unreadable-character");
    }
    return text;
  }

  private static String array(String field, Collection<?> values) {
    StringBuilder array = new StringBuilder("{");
    for (Object value : values) {
      if (array.length() > 1) {
        array.append(',');
      }
      String text = of(field, value);
      if (text == null) {
        array.append("NULL");
      } else {
        array.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
      }
    }
    return array.append('}').toString();
  }

  private static @Nullable Object onlyComponent(Record value) {
    Method accessor = ONLY_COMPONENTS.computeIfAbsent(value.getClass(), TextForm::onlyAccessor);
    try {
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("unreadable " + value, e);
    }
  }

  private static Method onlyAccessor(Class<?> type) {
    if (!ValueHandler.fits(type)) {
      throw new IllegalArgumentException("not the value of a column: " + type.getName());
    }
    return type.getRecordComponents()[0].getAccessor();
  }
}
