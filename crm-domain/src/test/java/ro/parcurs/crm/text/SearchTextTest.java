package ro.parcurs.crm.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"Șosea", "Şosea", "SOSEA", "s\u0326osea", "s\u0327osea", " șosea. "})
  void comma_cedilla_and_bare_letters_fold_alike(String text) {
    assertThat(SearchText.fold(text)).isEqualTo("sosea");
  }

  @Test
  void punctuation_parts_words() {
    assertThat(SearchText.fold("S.C. Țară-Înaltă & Fiii S.R.L."))
        .isEqualTo("s c tara inalta fiii s r l");
  }

  @Test
  void digits_are_kept() {
    assertThat(SearchText.fold("RO 123/45")).isEqualTo("ro 123 45");
  }

  @Test
  void words_of_less_than_three_signs_are_sought_at_beginnings() {
    assertThat(SearchText.sought("Șosea x SA s.r.l. sosea NOU"))
        .containsExactly("sosea", " x", " sa", " s", " r", " l", "nou");
  }

  @Test
  void signs_alone_seek_nothing() {
    assertThat(SearchText.sought(" -- ? ")).isEmpty();
  }
}
