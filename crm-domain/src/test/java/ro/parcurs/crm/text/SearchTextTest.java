package ro.parcurs.crm.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;
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

  @Test
  void of_all_characters_letters_and_numbers_are_kept_and_marks_forgotten() {
    Pattern marks = Pattern.compile("\\p{M}+");
    Pattern separators = Pattern.compile("[^\\p{L}\\p{N}]+");
    for (int c = 1; c <= Character.MAX_CODE_POINT; c++) {
      if (Character.getType(c) != Character.SURROGATE) {
        String text = "a" + Character.toString(c) + "B";
        String bare = marks.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("");
        String folded = separators.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        if (!SearchText.fold(text).equals(folded)) {
          throw new AssertionError("U+%04X is folded to %s".formatted(c, SearchText.fold(text)));
        }
      }
    }
  }
}
