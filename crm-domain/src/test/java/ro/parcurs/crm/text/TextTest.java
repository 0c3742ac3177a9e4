package ro.parcurs.crm.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.error.InvalidInput;

class TextTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00A0", "\uFEFF", "\u200B\u200D", "\t\r\n", "\u2003\u2060 "})
  void what_cannot_be_seen_counts_as_missing(String invisible) {
    assertThat(Text.optional("notes", invisible, 10)).isEmpty();
    assertThatThrownBy(() -> Text.required("name", invisible, 10))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            fault -> {
              assertThat(fault.violations()).hasSize(1);
              assertThat(fault.violations().get(0).field()).isEqualTo("name");
              assertThat(fault.violations().get(0).code()).isEqualTo("required");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFFAna", "Ana\u00A0", " \u200BAna\t", "\n Ana \u2003"})
  void invisible_edges_are_cut(String padded) {
    assertThat(Text.required("name", padded, 3)).isEqualTo("Ana");
  }

  @Test
  void of_all_characters_blanks_separators_and_those_without_width_are_cut() {
    Pattern cut = Pattern.compile("[\\s\\p{Z}\\x{FEFF}\\x{200B}-\\x{200D}\\x{2060}]");
    for (int i = Character.MIN_VALUE; i <= Character.MAX_VALUE; i++) {
      String edge = String.valueOf((char) i);
      assertThat(Text.clean(edge + "a" + edge).equals("a"))
          .as("U+%04X", i)
          .isEqualTo(cut.matcher(edge).matches());
    }
  }

  @Test
  void what_is_inside_stays() {
    assertThat(Text.required("name", "Ana\u00A0Maria\nPop", 20)).isEqualTo("Ana\u00A0Maria\nPop");
  }

  @Test
  void length_is_bounded_after_the_edges_are_cut() {
    assertThat(Text.required("name", "  abc  ", 3)).isEqualTo("abc");
    assertThatThrownBy(() -> Text.required("name", "abcd", 3)).hasMessageContaining("too-long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\uD83D", "\uDE00a", "a\uD83Db"})
  void what_no_store_can_keep_is_refused(String text) {
    assertThatThrownBy(() -> Text.optional("notes", text, 100))
        .hasMessageContaining("unreadable-character");
  }

  @Test
  void whole_surrogate_pairs_are_kept() {
    assertThat(Text.required("notes", "bun \uD83D\uDE00", 100)).isEqualTo("bun \uD83D\uDE00");
  }
}
