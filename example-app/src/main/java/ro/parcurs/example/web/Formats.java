package ro.parcurs.example.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;

/** How numbers, money and times are shown: {@code 1.234,56 lei}, {@code 24.11.2026}. */
public final class Formats {

  static final ZoneId ZONE = CrmModule.ZONE;

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

  /** Between a number and its unit, so that they stay on one line. */
  private static final char NO_BREAK = '\u00a0';

  private final boolean romanian;

  Formats(Locale locale) {
    this.romanian = !"en".equals(locale.getLanguage());
  }

  String date(LocalDate date) {
    return DATE.format(date);
  }

  String time(Instant instant) {
    return TIME.format(instant.atZone(ZONE));
  }

  String time(LocalDateTime time) {
    return TIME.format(time);
  }

  String money(Money money) {
    return number(money.amount(), 2, 2) + NO_BREAK + unit(money.currency());
  }

  String price(UnitPrice price) {
    return number(price.value(), 2, 4) + NO_BREAK + unit(price.currency());
  }

  /** A length of time, to the second: {@code 5 s}, {@code 2 min 05 s}, {@code 1 h 12 min}. */
  public static String length(Duration length) {
    long seconds = Math.max(0, length.plusMillis(500).toSeconds());
    return seconds < 60
        ? seconds + " s"
        : seconds < 3_600
            ? "%d min %02d s".formatted(seconds / 60, seconds % 60)
            : "%d h %02d min".formatted(seconds / 3_600, seconds % 3_600 / 60);
  }

  String quantity(Quantity quantity) {
    return number(quantity.value(), 0, 3);
  }

  String percentage(Percentage percentage) {
    return number(percentage.value(), 0, 2) + NO_BREAK + "%";
  }

  String number(BigDecimal number) {
    return number(number, 0, Math.max(0, number.scale()));
  }

  /** As it stands in a field: no grouping, so that it reads back as the same number. */
  String plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    String text = (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
    return romanian ? text.replace('.', ',') : text;
  }

  private String number(BigDecimal number, int leastDecimals, int mostDecimals) {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator(romanian ? '.' : ',');
    symbols.setDecimalSeparator(romanian ? ',' : '.');
    symbols.setMinusSign('−');
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(leastDecimals);
    format.setMaximumFractionDigits(mostDecimals);
    return format.format(number);
  }

  private String unit(Currency currency) {
    return romanian && currency == Currency.RON ? "lei" : currency.name();
  }
}
