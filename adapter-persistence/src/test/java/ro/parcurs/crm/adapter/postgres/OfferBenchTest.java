package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.evaluation.usecase.SheetLineData;
import ro.parcurs.crm.evaluation.usecase.SheetRef;
import ro.parcurs.crm.testkit.Bench;

/**
 * Generating and storing an offer from a sheet of 500 items of 20 components each, against
 * inserting its 10,000 lines and 500 chapters with batched JDBC into tables as they would be if
 * offers were kept line by line: the columns of {@code client_order_line}, a key and a reference.
 */
@Tag("bench")
@Timeout(3600)
class OfferBenchTest {

  /** At most two and a half times the time. */
  private static final double PROMISED = 1 / 2.5;

  private static final int ITEMS = 500;
  private static final int COMPONENTS = 20;
  private static final int OFFERS = 4;
  private static final int BATCH = 1_000;
  private static final int ROUNDS = 1 + Integer.getInteger("parcurs.bench.rounds", 3);

  @Test
  void an_offer_is_generated_in_at_most_two_and_a_half_times_the_time_of_inserting_its_rows()
      throws Exception {
    try (BenchServer server = new BenchServer()) {
      String url = server.newDatabase();
      createTables(url);
      try (PostgresAdapter adapter =
              PostgresAdapter.open(Configuration.of(url, "postgres", "").withPoolSize(2));
          Connection connection = DriverManager.getConnection(url, "postgres", "")) {
        connection.setAutoCommit(false);
        Journey journey = Journey.withCatalogue(adapter.module());
        List<ItemId> items = journey.itemsByRecipe(ITEMS, COMPONENTS);
        List<SheetLineData> lines =
            items.stream().map(item -> new SheetLineData(item, new BigDecimal("2"))).toList();
        Deque<SheetRef> sheets = new ArrayDeque<>();
        for (int i = 0; i < ROUNDS * OFFERS; i++) {
          sheets.add(journey.goToNegotiation(lines));
        }
        SheetRef checked = journey.goToNegotiation(lines);
        assertThat(journey.offer(journey.generated(checked)).content().chapters())
            .hasSize(ITEMS)
            .allMatch(chapter -> chapter.lines().size() == COMPONENTS);
        double ratio =
            Bench.ratio(
                "offers of 500 x 20 lines, generated and stored",
                "offers",
                OFFERS,
                () -> {
                  server.settle();
                  long start = System.nanoTime();
                  for (int i = 0; i < OFFERS; i++) {
                    journey.generated(sheets.remove());
                  }
                  return Duration.ofNanos(System.nanoTime() - start);
                },
                "their 10,500 rows by batched JDBC",
                () -> {
                  server.settle();
                  long start = System.nanoTime();
                  for (int i = 0; i < OFFERS; i++) {
                    insertRows(connection);
                  }
                  return Duration.ofNanos(System.nanoTime() - start);
                });
        assertThat(ratio).isGreaterThanOrEqualTo(PROMISED);
      }
    }
  }

  private static void createTables(String url) {
    BenchServer.execute(
        url,
        """
        create table bench_chapter (offer uuid not null, position int not null,
          title text not null, primary key (offer, position));
        create table bench_line (offer uuid not null, chapter int not null, position int not null,
          item uuid, item_code text, item_kind text, category text, commission numeric(5, 2),
          name text not null, unit text not null, quantity numeric(12, 3) not null,
          price numeric(13, 4) not null, currency text not null, discount numeric(5, 2) not null,
          vat_code text not null, vat_percentage numeric(5, 2) not null,
          vat_exempt boolean not null, optional boolean not null,
          primary key (offer, chapter, position),
          foreign key (offer, chapter) references bench_chapter)
        """);
  }

  private static void insertRows(Connection connection) throws SQLException {
    UUID offer = UUID.randomUUID();
    try (PreparedStatement chapters =
            connection.prepareStatement("insert into bench_chapter values (?, ?, ?)");
        PreparedStatement lines =
            connection.prepareStatement(
                "insert into bench_line values "
                    + IntStream.range(0, 18)
                        .mapToObj(i -> "?")
                        .collect(Collectors.joining(", ", "(", ")")))) {
      for (int chapter = 0; chapter < ITEMS; chapter++) {
        chapters.setObject(1, offer);
        chapters.setInt(2, chapter);
        chapters.setString(3, "Articol R-" + chapter);
        chapters.addBatch();
      }
      chapters.executeBatch();
      int inBatch = 0;
      for (int chapter = 0; chapter < ITEMS; chapter++) {
        for (int line = 0; line < COMPONENTS; line++) {
          setLine(lines, offer, chapter, line);
          lines.addBatch();
          if (++inBatch % BATCH == 0) {
            lines.executeBatch();
          }
        }
      }
    }
    connection.commit();
  }

  private static void setLine(PreparedStatement lines, UUID offer, int chapter, int line)
      throws SQLException {
    int i = 0;
    lines.setObject(++i, offer);
    lines.setInt(++i, chapter);
    lines.setInt(++i, line);
    lines.setObject(++i, new UUID(chapter, line));
    lines.setString(++i, "P-" + line);
    lines.setString(++i, "SERVICE");
    lines.setString(++i, "Curățenie");
    lines.setBigDecimal(++i, new BigDecimal("2.50"));
    lines.setString(++i, "Articol P-" + line);
    lines.setString(++i, "buc");
    lines.setBigDecimal(++i, new BigDecimal("3.000"));
    lines.setBigDecimal(++i, new BigDecimal("11.2500"));
    lines.setString(++i, "RON");
    lines.setBigDecimal(++i, new BigDecimal("0.00"));
    lines.setString(++i, "21");
    lines.setBigDecimal(++i, new BigDecimal("21.00"));
    lines.setBoolean(++i, false);
    lines.setBoolean(++i, false);
  }
}
