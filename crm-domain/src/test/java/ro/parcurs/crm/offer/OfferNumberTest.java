package ro.parcurs.crm.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;

class OfferNumberTest {

  private static final DocumentNumber DOCUMENT = new DocumentNumber(Series.OFFER, 2026, 42);

  @Test
  void the_first_revision_has_the_number_of_the_document() {
    assertThat(OfferNumber.first(DOCUMENT)).hasToString("OF-2026-00042");
  }

  @Test
  void later_revisions_carry_their_own() {
    assertThat(OfferNumber.first(DOCUMENT).next()).hasToString("OF-2026-00042/2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OF-2026-00042", "OF-2026-00042/2", "OF-2026-00042/999"})
  void what_is_shown_is_read_back(String text) {
    assertThat(OfferNumber.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "OF-2026", "FE-2026-00042", "OF-2026-00042/", "OF-2026-00042/0", "x/2"})
  void anything_else_is_not_a_number_of_an_offer(String text) {
    assertThatThrownBy(() -> OfferNumber.parse(text)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void revisions_end_at_nine_hundred_and_ninety_nine() {
    OfferNumber last = new OfferNumber(DOCUMENT, OfferNumber.MAX_REVISION);
    assertThatThrownBy(last::next).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new OfferNumber(DOCUMENT, 0)).isInstanceOf(InvalidInput.class);
    assertThat(new OfferNumber(DOCUMENT, 998).next()).isEqualTo(last);
  }
}
