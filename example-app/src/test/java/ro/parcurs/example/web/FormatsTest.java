package ro.parcurs.example.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;

class FormatsTest {

  private final Formats romanian = new Formats(Locale.forLanguageTag("ro"));
  private final Formats english = new Formats(Locale.ENGLISH);

  @Test
  void money_is_written_as_in_the_country() {
    assertThat(romanian.money(Money.of("1234.56", Currency.RON))).isEqualTo("1.234,56\u00a0lei");
    assertThat(romanian.money(Money.of("-0.50", Currency.EUR))).isEqualTo("−0,50\u00a0EUR");
    assertThat(english.money(Money.of("1234.56", Currency.RON))).isEqualTo("1,234.56\u00a0RON");
  }

  @Test
  void prices_show_at_least_two_decimals_and_all_they_have() {
    assertThat(romanian.price(new UnitPrice(new BigDecimal("12.5"), Currency.RON)))
        .isEqualTo("12,50\u00a0lei");
    assertThat(romanian.price(new UnitPrice(new BigDecimal("0.1234"), Currency.RON)))
        .isEqualTo("0,1234\u00a0lei");
  }

  @Test
  void quantities_and_percentages_show_no_idle_zeros() {
    assertThat(romanian.quantity(new Quantity(new BigDecimal("1234.500")))).isEqualTo("1.234,5");
    assertThat(romanian.percentage(new Percentage(new BigDecimal("21.00")))).isEqualTo("21\u00a0%");
  }

  @Test
  void days_and_times_are_those_of_the_company() {
    assertThat(romanian.date(LocalDate.of(2026, 1, 5))).isEqualTo("05.01.2026");
    assertThat(romanian.time(Instant.parse("2026-07-01T21:30:00Z"))).isEqualTo("02.07.2026 00:30");
  }
}
