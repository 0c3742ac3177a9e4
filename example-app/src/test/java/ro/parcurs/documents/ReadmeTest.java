package ro.parcurs.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is code that compiles and does what is said. */
class ReadmeTest {

  private static final Path ROOT = Path.of("..");
  private static final Path SOURCE = Path.of("src/test/java/ro/parcurs/documents/Embedding.java");

  @Test
  void the_example_is_the_code_that_is_compiled() throws IOException {
    String shown = between("```java\n", "```", Files.readString(ROOT.resolve("README.md")));
    String compiled = between("// As in the README:\n", "  // So far.", Files.readString(SOURCE));

    assertThat(shown).isEqualTo(compiled.indent(-2));
    assertThat(shown.lines().count()).isLessThanOrEqualTo(30);
  }

  @Test
  void the_links_of_all_documents_lead_somewhere() throws IOException {
    try (var files = Files.walk(ROOT.resolve("docs"))) {
      List<Path> documents =
          new java.util.ArrayList<>(files.filter(file -> file.toString().endsWith(".md")).toList());
      documents.add(ROOT.resolve("README.md"));
      documents.add(ROOT.resolve("CONTRIBUTING.md"));
      for (Path document : documents) {
        Matcher link = Pattern.compile("]\\((?!http)([^)#]+)").matcher(Files.readString(document));
        while (link.find()) {
          assertThat(document.resolveSibling(link.group(1))).as(document.toString()).exists();
        }
      }
    }
  }

  private static String between(String beginning, String end, String text) {
    int from = text.indexOf(beginning) + beginning.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
