package ro.parcurs.crm.adapter.mail.document;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import ro.parcurs.crm.money.ExchangeRate;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;

/** How numbers and dates are written: {@code 1.234,56} in Romanian, {@code 1,234.56} in English. */
final class Figures {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

  /** Between a number and its unit, so that they stay on one line. */
  private static final String NO_BREAK = "\u00a0";

  private final boolean english;

  Figures(boolean english) {
    this.english = english;
  }

  String date(LocalDate date) {
    return DATE.format(date);
  }

  /** Without the currency, which is told once for a whole table. */
  String amount(Money money) {
    return number(money.amount(), 2, 2);
  }

  String money(Money money) {
    return amount(money) + NO_BREAK + money.currency();
  }

  String price(UnitPrice price) {
    return number(price.value(), 2, 4);
  }

  String quantity(Quantity quantity) {
    return number(quantity.value(), 0, 3);
  }

  String percentage(Percentage percentage) {
    return number(percentage.value(), 0, 2) + (english ? "%" : NO_BREAK + "%");
  }

  String rate(ExchangeRate rate) {
    return String.join(
        NO_BREAK,
        "1",
        rate.from().name(),
        "=",
        number(rate.value(), 4, ExchangeRate.DECIMALS),
        rate.to().name());
  }

  private String number(BigDecimal number, int leastDecimals, int mostDecimals) {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator(english ? ',' : '.');
    symbols.setDecimalSeparator(english ? '.' : ',');
    symbols.setMinusSign('−');
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(leastDecimals);
    format.setMaximumFractionDigits(mostDecimals);
    return format.format(number);
  }
}
