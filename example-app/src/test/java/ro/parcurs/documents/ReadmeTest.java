package ro.parcurs.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;

/** What the README shows is code that compiles and does what is said. */
class ReadmeTest {

  private static final Path ROOT = Path.of("..");
  private static final Path SOURCE = Path.of("src/test/java/ro/parcurs/documents/Embedding.java");

  private static final Actor ANA = new Actor(new UserId("ana"), "Ana Exemplu", Set.of(Role.AGENT));

  private static final Users USERS =
      new Users() {
        @Override
        public Optional<Actor> find(UserId id) {
          return list().stream().filter(user -> user.id().equals(id)).findFirst();
        }

        @Override
        public List<Actor> list() {
          return List.of(ANA);
        }
      };

  @Test
  void the_example_is_the_code_that_is_compiled() throws IOException {
    String shown = between("```java\n", "```", Files.readString(ROOT.resolve("README.md")));
    String compiled = between("// As in the README:\n", "  // So far.", Files.readString(SOURCE));

    assertThat(shown).isEqualTo(compiled.indent(-2));
    assertThat(shown.lines().count()).isLessThanOrEqualTo(30);
  }

  @Test
  void the_example_adds_a_lead_and_says_in_romanian_why_not() throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      assertThat(Embedding.newLead(server.getPostgresDatabase(), USERS, ANA, "RO99001137"))
          .startsWith("Lead ");
      assertThat(Embedding.newLead(server.getPostgresDatabase(), USERS, ANA, "RO99001138"))
          .startsWith("Cifra de control a CUI-ului nu se potrivește.");
    }
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
