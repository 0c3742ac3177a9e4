package ro.parcurs.example.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StyleTest {

  @Test
  void every_rule_of_the_style_sheet_is_closed_before_the_next_part_begins() throws IOException {
    String css = Files.readString(Path.of("src/main/resources/ro/parcurs/example/assets/app.css"));
    int depth = 0;
    for (String line : css.split("\n")) {
      if (line.startsWith("/*")) {
        assertThat(depth).as("an unclosed rule before: " + line).isZero();
      }
      depth += line.chars().map(c -> c == '{' ? 1 : c == '}' ? -1 : 0).sum();
    }
    assertThat(depth).isZero();
  }
}
