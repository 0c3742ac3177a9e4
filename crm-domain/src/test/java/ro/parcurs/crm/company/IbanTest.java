package ro.parcurs.crm.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
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

  /**
   * Letters count as two digits, so a letter and a digit that change places shift those between
   * them: for B and 1, M and 2, X and 3 that comes to the same.
   */
  @Property
  void every_swap_of_two_neighbours_is_noticed_but_of_three_pairs(
      @ForAll @CharRange(from = '0', to = '9') @CharRange(from = 'A', to = 'Z') @StringLength(16)
          String account,
      @ForAll @IntRange(min = 0, max = 14) int place) {
    char first = account.charAt(place);
    char second = account.charAt(place + 1);
    Assume.that(first != second);
    String begin = "RO" + checkDigits("AAAA" + account) + "AAAA";
    assertThat(Iban.of(begin + account).value()).isEqualTo(begin + account);
    String swapped = account.substring(0, place) + second + first + account.substring(place + 2);

    if (Set.of("1B", "B1", "2M", "M2", "3X", "X3").contains("" + first + second)) {
      assertThat(Iban.of(begin + swapped).value()).isEqualTo(begin + swapped);
    } else {
      assertThatThrownBy(() -> Iban.of(begin + swapped))
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining("iban-check-digits");
    }
  }

  /** As ISO 13616 has them computed: 98 less the remainder with 00 in their place. */
  private static String checkDigits(String rest) {
    String digits =
        (rest + "RO00")
            .chars()
            .mapToObj(sign -> String.valueOf(Character.digit(sign, 36)))
            .collect(Collectors.joining());
    return "%02d".formatted(98 - new BigInteger(digits).mod(BigInteger.valueOf(97)).intValue());
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
