package ro.parcurs.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dictionary's third column names classes, methods and constants that are there. */
class DictionaryTest {

  private static final Pattern ENTRY =
      Pattern.compile("^\\|.*\\| `([\\w.]+)(?:#(\\w+))?` \\|$", Pattern.MULTILINE);

  @ParameterizedTest
  @MethodSource("entries")
  void what_is_named_exists(String entry) throws ClassNotFoundException {
    String[] parts = entry.split("#", 2);
    Class<?> type = Class.forName("ro.parcurs.crm." + parts[0]);

    if (parts.length > 1) {
      assertThat(names(type)).as(type.getName()).contains(parts[1]);
    }
  }

  @Test
  void every_row_is_read() throws IOException {
    long rows = dictionary().lines().filter(line -> line.startsWith("|")).count() - 2;

    assertThat(entries()).hasSize((int) rows);
  }

  static List<String> entries() throws IOException {
    return ENTRY
        .matcher(dictionary())
        .results()
        .map(row -> row.group(2) == null ? row.group(1) : row.group(1) + "#" + row.group(2))
        .toList();
  }

  private static List<String> names(Class<?> type) {
    return Stream.concat(
            Arrays.stream(type.getMethods()).map(method -> method.getName()),
            Arrays.stream(type.getFields()).map(field -> field.getName()))
        .toList();
  }

  private static String dictionary() throws IOException {
    return Files.readString(Path.of("../docs/dictionary.md"));
  }
}
