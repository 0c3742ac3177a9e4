package ro.parcurs.example.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.error.InvalidInput;

class ReadingTest {

  private static final Locale RO = Locale.forLanguageTag("ro");
  private static final Locale EN = Locale.ENGLISH;

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12          | 12
          12,5        | 12.5
          12.5        | 12.5
          0.333       | 0.333
          0,333       | 0.333
          1.234,56    | 1234.56
          1 234,56    | 1234.56
          1.234.567   | 1234567
          1234,567    | 1234.567
          1234.5678   | 1234.5678
          -3,20       | -3.20
          −3,20       | -3.20
          007         | 7
          """)
  void romanian_numbers_are_read(String typed, BigDecimal number) {
    assertThat(Reading.number("x", typed, RO)).isEqualByComparingTo(number);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12.5        | 12.5
          12,5        | 12.5
          1.234       | 1.234
          1,234.56    | 1234.56
          1,234,567   | 1234567
          """)
  void english_numbers_are_read(String typed, BigDecimal number) {
    assertThat(Reading.number("x", typed, EN)).isEqualByComparingTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.234", "12.000", "-1.500"})
  void what_could_mean_two_numbers_is_not_guessed(String typed) {
    assertThatThrownBy(() -> Reading.number("x", typed, RO))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(e.violations().get(0).code()).isEqualTo("ambiguous-number"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abc", "1,2,3", "1.2.3", "12.34,5", "1,", ",5", "1e5", "--1", "0x10", "1-2", "٣"})
  void what_is_no_number_is_refused(String typed) {
    assertThatThrownBy(() -> Reading.number("x", typed, RO))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(e.violations().get(0).code()).isEqualTo("not-a-number"));
  }

  @Test
  void a_very_long_number_is_refused_without_being_computed() {
    assertThatThrownBy(() -> Reading.number("x", "9".repeat(100_000), RO))
        .isInstanceOf(InvalidInput.class);
  }

  @Property
  void what_stands_in_a_field_reads_back_as_the_same_number(
      @ForAll @BigRange(min = "-999999999", max = "999999999") @Scale(4) BigDecimal number,
      @ForAll boolean romanian) {
    Locale locale = romanian ? RO : EN;

    String shown = new Formats(locale).plain(number);

    assertThat(Reading.number("x", shown, locale)).isEqualByComparingTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-24", "24.11.2026", "24/11/2026", "24-11-2026", " 24.11.2026 "})
  void days_are_read_as_fields_send_them_and_as_people_write_them(String typed) {
    assertThat(Reading.date("x", typed)).isEqualTo(LocalDate.of(2026, 11, 24));
  }

  @ParameterizedTest
  @ValueSource(strings = {"30.02.2026", "2026-13-01", "24.11.26", "mâine", "2026-11-24T10:00", ""})
  void what_is_no_day_is_refused(String typed) {
    assertThatThrownBy(() -> Reading.date("x", typed)).isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-24T09:30", "24.11.2026 9:30", "2026-11-24T09:30:00"})
  void days_with_a_time_are_read(String typed) {
    assertThat(Reading.dateTime("x", typed)).isEqualTo(LocalDateTime.of(2026, 11, 24, 9, 30));
  }
}
