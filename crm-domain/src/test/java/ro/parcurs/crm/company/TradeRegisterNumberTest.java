package ro.parcurs.crm.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.error.InvalidInput;

class TradeRegisterNumberTest {

  @ParameterizedTest
  @CsvSource({
    "J40/1234/2005, J40/1234/2005, B",
    "J5/1729/1991, J05/1729/1991, BH",
    "j 40 / 16525 / 2005, J40/16525/2005, B",
    "J/40/16525/2005, J40/16525/2005, B",
    "J40-16525-2005, J40/16525/2005, B",
    "J05/1729/09.09.1991, J05/1729/1991, BH",
    "F12/345/2010, F12/345/2010, CJ",
    "C51/7/1990, C51/7/1990, CL",
    "J52/123456/2024, J52/123456/2024, GR"
  })
  void the_old_form_is_read_however_it_is_written(String written, String value, County county) {
    TradeRegisterNumber number = TradeRegisterNumber.of(written);
    assertThat(number.value()).isEqualTo(value);
    assertThat(number.county()).contains(county);
    assertThat(number.isNewForm()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "J2012002622359",
        "J2017015812405",
        "J2002000372404",
        "J1993004155124",
        "J2024012345401",
        "J2024012345007"
      })
  void the_new_form_is_read_when_its_check_digit_holds(String text) {
    assertThat(TradeRegisterNumber.of(text).value()).isEqualTo(text);
    assertThat(TradeRegisterNumber.of(text).isNewForm()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"J2024012345400", "J2012002622350", "F2012002622359"})
  void a_wrong_check_digit_of_the_new_form_is_refused(String text) {
    assertThatThrownBy(() -> TradeRegisterNumber.of(text))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("trade-register-check-digit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "J",
        "X40/1234/2005",
        "J00/1234/2005",
        "J41/1234/2005",
        "J53/1234/2005",
        "J40/1234567/2005",
        "J40/1234/1989",
        "J40/1234/2025",
        "J40/1234",
        "1234",
        "J201200262235",
        "J20120026223591",
        "J2025012345402",
        "J1989004155124",
        "J2012002622419",
        "4325/G/2003"
      })
  void what_no_register_gives_out_is_refused(String text) {
    assertThatThrownBy(() -> TradeRegisterNumber.of(text))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("trade-register-format");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4325/A/2003", "17/B/1999"})
  void associations_stand_in_registers_of_their_own(String text) {
    assertThat(TradeRegisterNumber.of(text).county()).isEmpty();
  }

  @Property
  void every_change_of_one_digit_of_the_new_form_is_noticed(
      @ForAll @IntRange(min = 0, max = 999_999) int order,
      @ForAll @IntRange(min = 1, max = 13) int place,
      @ForAll @IntRange(min = 1, max = 9) int by) {
    String body = String.format("J2019%06d12", order);
    int sum = 'J' % 10;
    for (char digit : body.substring(1).toCharArray()) {
      sum += digit - '0';
    }
    String number = body + sum % 10;
    assertThat(TradeRegisterNumber.of(number).value()).isEqualTo(number);
    char changed = (char) ('0' + (number.charAt(place) - '0' + by) % 10);
    String other = number.substring(0, place) + changed + number.substring(place + 1);
    assertThatThrownBy(() -> TradeRegisterNumber.of(other)).isInstanceOf(InvalidInput.class);
  }
}
