package ro.parcurs.crm.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.offer.usecase.OfferColumn;

/** Numbers, percentages and the like, as people have them in cells. */
class RowReadingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "12;12",
        "-3;-3",
        "12,5;12.5",
        "12.5;12.5",
        "0,125;0.125",
        "0.125;0.125",
        ",5;0.5",
        "1234,567;1234.567",
        "1.234,5;1234.5",
        "1,234.5;1234.5",
        "1.234.567;1234567",
        "1,234,567.25;1234567.25",
        "1 234,5;1234.5",
        "1\u00a0234;1234",
        "12,3456;12.3456"
      })
  void a_number_in_a_text_is_read_with_the_signs_of_either_language(String text, String number) {
    RowReading<OfferColumn> row = row(Cell.of(text));
    assertThat(row.number(OfferColumn.QUANTITY)).isEqualByComparingTo(number);
    assertThat(row.faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.234", "1,234", "-12.345", "999,999"})
  void a_number_that_would_be_another_in_the_other_language_is_refused(String text) {
    assertFault(Cell.of(text), "cell-two-numbers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"doi", "12 lei", "1,2,3", "1.234.5", "1e5", "--1", "12-", "1.23.456,7", ".", "%"})
  void what_is_no_number_is_refused(String text) {
    assertFault(Cell.of(text), "cell-no-number");
  }

  @Test
  void neither_a_date_nor_an_error_is_a_number() {
    assertFault(Cell.of(LocalDate.of(2026, 11, 24)), "cell-no-number");
    assertFault(new Cell.Broken(CellFault.NOT_CALCULATED, ""), "cell-not-calculated");
    assertFault(Cell.of("9".repeat(41)), "cell-no-number");
  }

  @Test
  void a_percentage_is_one_by_its_format_by_its_sign_or_as_a_number_of_percent() {
    assertThat(percent(new Cell.Figure(new BigDecimal("0.05"), true))).isEqualByComparingTo("5");
    assertThat(percent(Cell.of(new BigDecimal("5")))).isEqualByComparingTo("5");
    assertThat(percent(Cell.of("5 %"))).isEqualByComparingTo("5");
    assertThat(percent(Cell.of("2,5%"))).isEqualByComparingTo("2.5");
    assertThat(percent(Cell.of("5"))).isEqualByComparingTo("5");
    assertThat(row(Cell.blank()).percent(OfferColumn.QUANTITY)).isNull();
  }

  @Test
  void yes_no_and_currencies_are_read_as_people_say_them() {
    assertThat(row(new Cell.Truth(true)).truth(OfferColumn.QUANTITY)).isTrue();
    assertThat(row(Cell.of("Nu")).truth(OfferColumn.QUANTITY)).isFalse();
    assertThat(row(Cell.of("x")).truth(OfferColumn.QUANTITY)).isTrue();
    assertThat(row(Cell.of(BigDecimal.ZERO)).truth(OfferColumn.QUANTITY)).isFalse();
    assertThat(row(Cell.blank()).truth(OfferColumn.QUANTITY)).isNull();
    assertThat(row(Cell.of("LEI")).currency(OfferColumn.QUANTITY)).isEqualTo(Currency.RON);
    assertThat(row(Cell.of("euro")).currency(OfferColumn.QUANTITY)).isEqualTo(Currency.EUR);
    RowReading<OfferColumn> wrong = row(Cell.of("poate"));
    assertThat(wrong.truth(OfferColumn.QUANTITY)).isNull();
    assertThat(wrong.currency(OfferColumn.QUANTITY)).isNull();
    assertThat(wrong.faults())
        .extracting(Violation::code)
        .containsExactly("yes-or-no", "currency-unknown");
  }

  @Test
  void a_row_is_blank_when_nothing_stands_in_the_columns_that_are_read() {
    assertThat(row(Cell.blank(), Cell.of("total")).isBlank()).isTrue();
    assertThat(row(Cell.of("1")).isBlank()).isFalse();
  }

  private static BigDecimal percent(Cell cell) {
    RowReading<OfferColumn> row = row(cell);
    BigDecimal percent = row.percent(OfferColumn.QUANTITY);
    assertThat(row.faults()).isEmpty();
    assertThat(percent).isNotNull();
    return percent;
  }

  private static void assertFault(Cell cell, String code) {
    RowReading<OfferColumn> row = row(cell);
    assertThat(row.number(OfferColumn.QUANTITY)).isNull();
    assertThat(row.faults())
        .containsExactly(new Violation(OfferColumn.QUANTITY.field(), code, Map.of()));
  }

  /** A row with the cell in a column that is read, and maybe others in columns that are not. */
  private static RowReading<OfferColumn> row(Cell... cells) {
    return new RowReading<>(
        new ColumnMap<>(1, Map.of(), Map.of(OfferColumn.QUANTITY, 0, OfferColumn.NET, 1)),
        new SheetRow(2, List.of(cells)));
  }
}
