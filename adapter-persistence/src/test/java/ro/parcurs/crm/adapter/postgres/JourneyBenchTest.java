package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Module;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.testkit.Bench;

/**
 * Whole journeys, from adding the lead to the paid invoice, against the same SQL with the same
 * parameters sent by nothing but JDBC. Each round begins with a database of its own that holds the
 * catalogue and nothing else, so both do the same real work. Both go some journeys before the clock
 * starts: what a new connection and a new adapter do once is not the speed of journeys.
 */
@Tag("bench")
@Timeout(3600)
class JourneyBenchTest {

  private static final double PROMISED = 0.7;

  /** What runs a thousand statements for each journey takes a while until it is compiled. */
  private static final int WARM_UP = 4;

  /** How many journeys each thread goes in a round before the clock starts. */
  private static final int BEFORE = 10;

  /** What one thread does in a round. */
  private record Work(Callable<Boolean> before, Callable<Boolean> counted) {}

  @ParameterizedTest
  @CsvSource({"1, 40", "8, 20"})
  void journeys_run_at_least_at_seven_tenths_of_the_speed_of_their_sql(int threads, int each)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (BenchServer server = new BenchServer()) {
      String template = server.newDatabase();
      Journey catalogue;
      try (PostgresAdapter adapter = adapter(template)) {
        catalogue = Journey.withCatalogue(adapter.module());
      }
      List<RecordedSql> recorded =
          recorded(server.copyOf(template), catalogue, threads, BEFORE + each);
      double ratio =
          Bench.ratio(
              "journeys, " + threads + " threads",
              "journeys",
              threads * each,
              WARM_UP,
              () -> journeys(server, template, catalogue, pool, threads, each),
              "their SQL by JDBC, %d statements in %d transactions each"
                  .formatted(
                      recorded.get(0).statements() / (BEFORE + each),
                      recorded.get(0).transactions() / (BEFORE + each)),
              () -> replayed(server, template, recorded, pool));
      assertThat(ratio).isGreaterThanOrEqualTo(PROMISED);
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<RecordedSql> recorded(
      String url, Journey catalogue, int threads, int journeys) {
    List<RecordedSql> all = new ArrayList<>();
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(url);
      pool.setUsername("postgres");
      pool.setMaximumPoolSize(2);
      for (int thread = 0; thread < threads; thread++) {
        RecordedSql sql = new RecordedSql();
        Module ports =
            new PostgresModule(
                new Stores(
                    new PostgresUnitOfWork(
                        Mappers.sessions(sql.recording(pool), "", Optional.empty()),
                        Optional.empty())));
        Journey journey = catalogue.on(ports);
        for (int i = 0; i < journeys; i++) {
          if (i == BEFORE) {
            sql.markStart();
          }
          journey.go();
        }
        all.add(sql);
      }
    }
    return all;
  }

  private static Duration journeys(
      BenchServer server,
      String template,
      Journey catalogue,
      ExecutorService pool,
      int threads,
      int each)
      throws Exception {
    String url = server.copyOf(template);
    try (PostgresAdapter adapter = adapter(url)) {
      Journey first = catalogue.on(adapter.module());
      List<Work> work = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        Journey journey = first.beside();
        work.add(new Work(() -> go(journey, BEFORE), () -> go(journey, each)));
      }
      return timed(server, pool, work);
    } finally {
      server.drop(url);
    }
  }

  private static boolean go(Journey journey, int times) {
    for (int i = 0; i < times; i++) {
      journey.go();
    }
    return true;
  }

  private static Duration replayed(
      BenchServer server, String template, List<RecordedSql> recorded, ExecutorService pool)
      throws Exception {
    String url = server.copyOf(template);
    List<Connection> connections = new ArrayList<>();
    try {
      List<Work> work = new ArrayList<>();
      for (RecordedSql sql : recorded) {
        Connection connection = DriverManager.getConnection(url, "postgres", "");
        connections.add(connection);
        work.add(
            new Work(
                () -> {
                  sql.sendBeforeStart(connection);
                  return true;
                },
                () -> {
                  sql.sendFromStart(connection);
                  return true;
                }));
      }
      Duration took = timed(server, pool, work);
      assertThat(BenchServer.query(url, "select count(*) from client_order"))
          .isEqualTo(BenchServer.query(url, "select count(*) from lead"))
          .isNotEqualTo("0");
      return took;
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
      server.drop(url);
    }
  }

  private static Duration timed(BenchServer server, ExecutorService pool, List<Work> work)
      throws Exception {
    atOnce(pool, work.stream().map(Work::before).toList());
    server.settle();
    long start = System.nanoTime();
    atOnce(pool, work.stream().map(Work::counted).toList());
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static void atOnce(ExecutorService pool, List<Callable<Boolean>> work) throws Exception {
    for (Future<Boolean> end : pool.invokeAll(work)) {
      end.get();
    }
  }

  private static PostgresAdapter adapter(String url) {
    return PostgresAdapter.open(Configuration.of(url, "postgres", ""));
  }
}
