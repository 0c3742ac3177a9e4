package ro.parcurs.example.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

  private static final Pattern USED =
      Pattern.compile(
          "(?:page\\.t|\\.text|\\.say)\\(\\s*(?:Flash\\.)?(?:Tone\\.[A-Z]+,\\s*)?\"([a-z]+\\.[a-zA-Z0-9_.-]+)\"");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

  private final Texts texts = new Texts();

  @Test
  void every_text_is_there_in_both_languages_with_the_same_placeholders() {
    Map<String, String> romanian = texts.texts("ro");
    Map<String, String> english = texts.texts("en");

    assertThat(english.keySet()).isEqualTo(romanian.keySet());
    assertThat(romanian).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
    assertThat(romanian)
        .allSatisfy(
            (key, text) ->
                assertThat(placeholders(english.getOrDefault(key, "")))
                    .as(key)
                    .isEqualTo(placeholders(text)));
  }

  @Test
  void every_text_that_a_page_uses_is_there() throws IOException {
    Set<String> used = new TreeSet<>();
    for (String root : new String[] {"src/main/jte", "src/main/java"}) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Matcher matcher = USED.matcher(Files.readString(file));
          while (matcher.find()) {
            used.add(matcher.group(1));
          }
        }
      }
    }

    assertThat(used).hasSizeGreaterThan(10);
    assertThat(used.stream().filter(key -> !key.endsWith(".")).filter(key -> !texts.has(key)))
        .isEmpty();
  }

  @Test
  void romanian_is_written_with_commas_below_not_cedillas() {
    assertThat(texts.texts("ro"))
        .allSatisfy((key, text) -> assertThat(text).doesNotContain("ş", "ţ"));
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toSet());
  }
}
