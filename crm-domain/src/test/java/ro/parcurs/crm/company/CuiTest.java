package ro.parcurs.crm.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.error.InvalidInput;

/** The codes here are made up: none that begins with 99 was ever given out. */
class CuiTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "990",
        "9905",
        "99002",
        "990013",
        "9902007",
        "99020015",
        "99020023",
        "99020090",
        "99020040",
        "9900000118"
      })
  void a_code_whose_check_digit_holds_is_read(String digits) {
    assertThat(Cui.of(digits).digits()).isEqualTo(digits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RO99020015",
        "ro99020015",
        "RO 99020015",
        " Ro 990 200 15 ",
        "\u00A099020015\u200B",
        "\uFEFFRO99020015",
        "0099020015"
      })
  void a_code_is_read_however_it_is_written(String written) {
    assertThat(Cui.of(written)).isEqualTo(new Cui("99020015"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"99020016", "990014", "9904", "991", "99999999"})
  void a_wrong_check_digit_is_refused_unless_accepted_knowingly(String digits) {
    assertFault(() -> Cui.of(digits), "cui-check-digit");
    assertThat(Cui.unchecked(digits).digits()).isEqualTo(digits);
    assertThat(Cui.unchecked(digits).hasValidCheckDigit()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "01",
        "0",
        "12345678901",
        "00099020015",
        "9902001O",
        "RO",
        "RORO99020015",
        "1960229410013",
        "-99020015",
        "99.020.015",
        "99020015;",
        "९९०२००१५",
        "99020015\u0000"
      })
  void a_wrong_form_never_becomes_a_code(String text) {
    assertFault(() -> Cui.of(text), "cui-format");
    assertFault(() -> Cui.unchecked(text), "cui-format");
  }

  @Test
  void a_remainder_of_ten_counts_as_zero() {
    assertThat(Cui.checkDigit("9902004")).isZero();
    assertThat(Cui.checkDigit("99")).isZero();
  }

  @Property
  void every_body_has_exactly_one_check_digit(
      @ForAll @IntRange(min = 1, max = 999_999_999) int body) {
    long valid = 0;
    for (int digit = 0; digit <= 9; digit++) {
      valid += new Cui(body + "" + digit).hasValidCheckDigit() ? 1 : 0;
    }
    assertThat(valid).isEqualTo(1);
  }

  @Property
  void every_change_of_one_digit_is_noticed_but_where_two_remainders_share_a_check_digit(
      @ForAll @IntRange(min = 10, max = 999_999_999) int body,
      @ForAll @IntRange(min = 0, max = 9) int place,
      @ForAll @IntRange(min = 1, max = 9) int by) {
    String digits = body + "" + Cui.checkDigit(String.valueOf(body));
    Assume.that(place < digits.length());
    int changed = (digits.charAt(place) - '0' + by) % 10;
    String other = digits.substring(0, place) + changed + digits.substring(place + 1);
    Assume.that(other.charAt(0) != '0');

    boolean ofTheCheckDigit = place == digits.length() - 1;
    boolean blind = !ofTheCheckDigit && isRemainderZeroOrTen(digits) && isRemainderZeroOrTen(other);
    assertThat(new Cui(other).hasValidCheckDigit()).isEqualTo(blind);
  }

  @Property
  void every_swap_of_two_neighbours_is_noticed_where_the_remainder_tells_it(
      @ForAll @IntRange(min = 10, max = 999_999_999) int body,
      @ForAll @IntRange(min = 0, max = 8) int place) {
    String digits = body + "" + Cui.checkDigit(String.valueOf(body));
    Assume.that(place < digits.length() - 1);
    char first = digits.charAt(place);
    char second = digits.charAt(place + 1);
    Assume.that(first != second);
    String other = digits.substring(0, place) + second + first + digits.substring(place + 2);
    Assume.that(other.charAt(0) != '0');

    // The last two have other weights: there a swap can give a right code, and that is all it can.
    boolean ofTheCheckDigit = place == digits.length() - 2;
    boolean blind =
        ofTheCheckDigit
            ? Cui.checkDigit(other.substring(0, other.length() - 1)) == first - '0'
            : isRemainderZeroOrTen(digits) && isRemainderZeroOrTen(other);
    assertThat(new Cui(other).hasValidCheckDigit()).isEqualTo(blind);
  }

  /** The remainders 0 and 10 share a check digit, so a change between them can't be noticed. */
  private static boolean isRemainderZeroOrTen(String code) {
    int[] key = {2, 3, 5, 7, 1, 2, 3, 5, 7};
    int sum = 0;
    for (int i = 0; i < code.length() - 1; i++) {
      sum += key[i] * (code.charAt(code.length() - 2 - i) - '0');
    }
    return sum * 10 % 11 % 10 == 0;
  }

  private static void assertFault(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            fault -> {
              assertThat(fault.violations()).hasSize(1);
              assertThat(fault.violations().get(0).field()).isEqualTo("cui");
              assertThat(fault.violations().get(0).code()).isEqualTo(code);
            });
  }

  @ParameterizedTest
  @CsvSource({"RO 990013, 990013", "0000990013, 990013"})
  void leading_zeros_and_the_prefix_are_not_part_of_the_code(String written, String digits) {
    assertThat(Cui.of(written)).hasToString(digits);
  }
}
