package ro.parcurs.crm.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static ro.parcurs.crm.money.Currency.EUR;
import static ro.parcurs.crm.money.Currency.RON;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.parcurs.crm.error.InvalidInput;

class MoneyValuesTest {

  @ParameterizedTest
  @CsvSource({
    "0,not-positive", "-1,not-positive", "0.0005,too-many-decimals", "1.2345,too-many-decimals",
    "999999999.9991,out-of-range", "1000000000,out-of-range", "1E+30,out-of-range",
        "1E-2000,too-many-decimals"
  })
  void a_quantity_out_of_its_bounds_is_refused(String value, String code) {
    assertThat(code(() -> Quantity.of(value))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"0.001", "1.500", "999999999.999", "1E+3"})
  void a_quantity_within_its_bounds_is_kept(String value) {
    assertThat(Quantity.of(value).value()).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @CsvSource({"-0.01,out-of-range", "100.01,out-of-range", "4.005,too-many-decimals"})
  void a_percentage_out_of_its_bounds_is_refused(String value, String code) {
    assertThat(code(() -> Percentage.of(value))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"-0.0001,out-of-range", "1000000000,out-of-range", "1.00001,too-many-decimals"})
  void a_price_out_of_its_bounds_is_refused(String value, String code) {
    assertThat(code(() -> UnitPrice.of(value, RON))).isEqualTo(code);
  }

  @Test
  void equal_numbers_are_equal_values_however_they_are_written() {
    assertThat(Quantity.of("1.50")).isEqualTo(Quantity.of("1.5"));
    assertThat(Percentage.of("21.00")).isEqualTo(Percentage.of("21"));
    assertThat(Money.of("1", RON)).isEqualTo(Money.of("1.00", RON));
    assertThat(UnitPrice.of("0E+5", RON)).isEqualTo(UnitPrice.zero(RON));
  }

  @Test
  void currencies_do_not_mix() {
    assertThatThrownBy(() -> Money.of("1", RON).plus(Money.of("1", EUR)))
        .isInstanceOf(CurrencyMismatch.class);
    assertThatThrownBy(() -> Money.of("1", RON).compareTo(Money.of("1", EUR)))
        .isInstanceOf(CurrencyMismatch.class);
    assertThat(code(() -> new ExchangeRate(RON, RON, BigDecimal.ONE))).isEqualTo("same-currency");
  }

  @Test
  void a_price_converts_at_the_rate_to_four_decimals() {
    ExchangeRate rate = new ExchangeRate(EUR, RON, new BigDecimal("5.0871"));
    assertThat(UnitPrice.of("12.3456", EUR).convert(rate)).isEqualTo(UnitPrice.of("62.8033", RON));
    assertThatThrownBy(() -> UnitPrice.of("1", RON).convert(rate))
        .isInstanceOf(CurrencyMismatch.class);
  }

  @Test
  void a_product_of_quantities_that_rounds_to_nothing_is_refused() {
    assertThat(Quantity.of("0.05").times(Quantity.of("0.01"))).isEqualTo(Quantity.of("0.001"));
    assertThat(code(() -> Quantity.of("0.02").times(Quantity.of("0.02"))))
        .isEqualTo("too-small-quantity");
  }

  @Test
  void vat_rates_are_valid_from_day_to_day() {
    VatRates rates = VatRates.romanian();
    VatRate nine = VatRate.of("9", "9");
    assertThat(rates.find("21", LocalDate.of(2025, 7, 31))).isEmpty();
    assertThat(rates.find("21", LocalDate.of(2025, 8, 1))).contains(VatRate.of("21", "21"));
    assertThat(rates.find("9", LocalDate.of(2026, 7, 31))).contains(nine);
    assertThat(rates.find("9", LocalDate.of(2026, 8, 1))).isEmpty();
    assertThat(
            rates.changeBetween(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31), List.of(nine)))
        .isEmpty();
    assertThat(
            rates.changeBetween(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 8, 1), List.of(nine)))
        .contains(LocalDate.of(2026, 8, 1));
  }

  @Test
  void a_code_is_not_valid_twice_on_one_day() {
    LocalDate day = LocalDate.of(2026, 1, 1);
    VatRates.Period open = new VatRates.Period(VatRate.of("21", "21"), day, Optional.empty());
    VatRates.Period later =
        new VatRates.Period(VatRate.of("21", "24"), day.plusYears(1), Optional.empty());
    assertThat(code(() -> new VatRates(List.of(later, open)))).isEqualTo("overlapping-periods");
    assertThat(code(() -> new VatRates.Period(open.rate(), day, Optional.of(day.minusDays(1)))))
        .isEqualTo("ends-before-it-begins");
  }

  @Test
  void an_exemption_has_no_percentage() {
    assertThat(code(() -> new VatRate("SCUTIT", Percentage.of("1"), true)))
        .isEqualTo("exempt-with-percentage");
  }

  private static String code(ThrowingCallable call) {
    return catchThrowableOfType(InvalidInput.class, call).violations().get(0).code();
  }
}
