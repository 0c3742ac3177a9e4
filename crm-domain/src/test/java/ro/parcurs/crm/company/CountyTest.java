package ro.parcurs.crm.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountyTest {

  @Test
  void there_are_forty_two_numbered_1_to_40_and_51_and_52() {
    assertThat(County.values()).hasSize(42);
    assertThat(Arrays.stream(County.values()).map(County::code))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.concat(IntStream.rangeClosed(1, 40), IntStream.of(51, 52)).boxed().toList());
  }

  @ParameterizedTest
  @EnumSource
  void each_is_found_by_number_letters_and_name(County county) {
    assertThat(County.ofCode(county.code())).contains(county);
    assertThat(County.find(county.auto())).contains(county);
    assertThat(County.find(county.displayName())).contains(county);
  }

  @ParameterizedTest
  @CsvSource({
    "TIMIŞ, TM",
    "timis, TM",
    "județul Iași, IS",
    "Jud. Bistrita Nasaud, BN",
    "BISTRIŢA-NĂSĂUD, BN",
    "MUNICIPIUL BUCUREŞTI, B",
    "București, B",
    "b, B",
    "cj, CJ"
  })
  void a_county_is_found_however_it_is_written(String text, County county) {
    assertThat(County.find(text)).contains(county);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ardeal", "XX", "judetul"})
  void what_is_no_county_is_not_found(String text) {
    assertThat(County.find(text)).isEmpty();
  }
}
