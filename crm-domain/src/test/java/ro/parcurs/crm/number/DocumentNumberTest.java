package ro.parcurs.crm.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTest {

  @Test
  void a_number_has_the_form_of_the_specification() {
    assertThat(new DocumentNumber(Series.EVALUATION_SHEET, 2026, 17)).hasToString("FE-2026-00017");
    assertThat(new DocumentNumber(Series.OFFER, 2026, 123456)).hasToString("OF-2026-123456");
  }

  @Property
  void what_is_shown_reads_back_equal(
      @ForAll Series series,
      @ForAll @IntRange(min = 2000, max = 9999) int year,
      @ForAll @IntRange(min = 1) int ordinal) {
    DocumentNumber number = new DocumentNumber(series, year, ordinal);
    assertThat(DocumentNumber.parse(number.toString())).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "OF-2026-17",
        "XX-2026-00017",
        "of-2026-00017",
        "OF-2026-9999999999",
        "OF-26-00017"
      })
  void anything_else_is_refused(String text) {
    assertThatThrownBy(() -> DocumentNumber.parse(text)).hasMessageContaining("number");
  }
}
