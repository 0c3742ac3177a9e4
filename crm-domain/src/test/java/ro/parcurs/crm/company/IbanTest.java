package ro.parcurs.crm.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.error.InvalidInput;

class IbanTest {

  private static final String SAMPLE = "RO49AAAA1B31007593840000";

  @ParameterizedTest
  @ValueSource(
      strings = {
        SAMPLE,
        "RO75TREZ0615069XXX001476",
        "DE89370400440532013000",
        "GB29NWBK60161331926819"
      })
  void an_account_number_is_read(String text) {
    assertThat(Iban.of(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RO49 AAAA 1B31 0075 9384 0000", " ro49aaaa1b31007593840000\u00A0"})
  void an_account_number_is_read_however_it_is_written(String text) {
    assertThat(Iban.of(text)).isEqualTo(new Iban(SAMPLE));
  }

  @ParameterizedTest
  @CsvSource({
    "RO49AAAA1B31007593840001, iban-check-digits",
    "RO48AAAA1B31007593840000, iban-check-digits",
    "RO49AAAA1B3100759384000, iban-format",
    "RO49AAAA1B310075938400000, iban-format",
    "RO4912341B31007593840000, iban-format",
    "49AAAA1B31007593840000, iban-format",
    "RO, iban-format",
    "RO49-AAAA-1B31-0075-9384-0000, iban-format"
  })
  void what_is_no_account_number_is_refused(String text, String code) {
    assertThatThrownBy(() -> Iban.of(text))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(code);
  }

  @Property
  void every_change_of_one_digit_is_noticed(
      @ForAll @IntRange(min = 0, max = 23) int place, @ForAll @IntRange(min = 1, max = 9) int by) {
    Assume.that(Character.isDigit(SAMPLE.charAt(place)));
    char changed = (char) ('0' + (SAMPLE.charAt(place) - '0' + by) % 10);
    assertThatThrownBy(
            () -> Iban.of(SAMPLE.substring(0, place) + changed + SAMPLE.substring(place + 1)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("iban-check-digits");
  }
}
