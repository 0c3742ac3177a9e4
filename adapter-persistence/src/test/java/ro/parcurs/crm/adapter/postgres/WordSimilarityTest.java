package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.WordSimilarity;

/** What the adapter in memory takes for a misspelling is what PostgreSQL takes for one. */
class WordSimilarityTest {

  private static final String SIGNS = "aabcdelmnorst01";

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  @Test
  void any_word_is_as_like_any_text_in_memory_as_in_the_database() throws SQLException {
    int tries = Proof.tries(3000, 100_000);
    long seed = Proof.seed();
    Random random = new Random(seed);
    long begin = System.nanoTime();
    int alike = 0;
    try (Connection connection = DATABASE.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement settings = connection.createStatement()) {
        settings.execute("set local pg_trgm.word_similarity_threshold = 0.5");
      }
      try (PreparedStatement statement =
          connection.prepareStatement("select word_similarity(?, ?), ? <% ?")) {
        for (int i = 0; i < tries; i++) {
          String text = " " + words(random, 1 + random.nextInt(6));
          String word =
              random.nextBoolean()
                  ? words(random, 1)
                  : misspelt(text.strip().split(" ")[0], random);
          statement.setString(1, word);
          statement.setString(2, text);
          statement.setString(3, word);
          statement.setString(4, text);
          try (ResultSet answer = statement.executeQuery()) {
            answer.next();
            String about = "'" + word + "' in '" + text + "', -Dparcurs.seed=" + seed;
            assertThat(WordSimilarity.of(word, text)).as(about).isEqualTo(answer.getFloat(1));
            assertThat(WordSimilarity.isIn(word, text)).as(about).isEqualTo(answer.getBoolean(2));
            alike += answer.getBoolean(2) ? 1 : 0;
          }
        }
      }
    }
    Proof.report(
        "words are alike in memory as in the database",
        seed,
        Duration.ofNanos(System.nanoTime() - begin),
        tries + " pairs, " + alike + " alike");
    assertThat(alike).isBetween(tries / 20, tries - tries / 20);
  }

  private static String words(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                random
                    .ints(1 + random.nextInt(9), 0, SIGNS.length())
                    .mapToObj(sign -> SIGNS.substring(sign, sign + 1))
                    .collect(Collectors.joining()))
        .collect(Collectors.joining(" "));
  }

  private static String misspelt(String word, Random random) {
    int at = random.nextInt(word.length());
    return word.substring(0, at) + words(random, 1).charAt(0) + word.substring(at);
  }
}
