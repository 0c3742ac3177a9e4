package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.StoreFault;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Eight threads work for four companies, one after another at random, over a pool of three
 * connections: writing, reading, failing, on connections of the adapter and in transactions of the
 * host. Every row carries the name of the company that it was written for.
 */
class CompanyRaceTest {

  private static final int THREADS = 8;
  private static final List<String> COMPANIES = List.of("alfa", "beta", "gama", "delta");
  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

  @RegisterExtension
  static final CompanyDatabase DATABASE = new CompanyDatabase(3, COMPANIES.toArray(String[]::new));

  /** How somebody works for a company; the second argument says what. */
  private interface Working {
    int work(String company, Supplier<Integer> body);
  }

  /** What came of a run. */
  private record Figures(int written, int misplaced, int misread) {}

  @Test
  void eight_threads_never_write_or_read_in_the_wrong_company() throws Exception {
    long seed = Proof.seed();
    int turns = Proof.tries(60, 5_000);
    Instant start = Instant.now();
    PostgresAdapter postgres = DATABASE.adapter();
    Figures figures =
        run(postgres, seed, turns, (company, body) -> postgres.inCompany(company, body));
    Proof.report(
        "a company sees its own rows only",
        seed,
        Duration.between(start, Instant.now()),
        "%d turns of %d threads for %d companies, %d rows, %d in the wrong company, %d read there"
            .formatted(
                THREADS * turns,
                THREADS,
                COMPANIES.size(),
                figures.written(),
                figures.misplaced(),
                figures.misread()));
    assertThat(figures.written()).isGreaterThan(turns);
    assertThat(figures.misplaced()).isZero();
    assertThat(figures.misread()).isZero();
    assertThat(DATABASE.searchPaths()).containsOnly("\"$user\", public");
  }

  @Test
  void control_a_search_path_of_the_session_leaks() throws Exception {
    PostgresAdapter naive = PostgresAdapter.on(DATABASE.pool());
    try {
      Figures figures =
          run(
              naive,
              Proof.seed(),
              200,
              (company, body) -> {
                setPath(company);
                return body.get();
              });
      System.out.printf(
          "control | search path set once per session | %d of %d rows in the wrong company, %d read there%n",
          figures.misplaced(), figures.written(), figures.misread());
      assertThat(figures.misplaced()).isPositive();
      assertThat(figures.misread()).isPositive();
    } finally {
      DATABASE.pool().getHikariPoolMXBean().softEvictConnections();
    }
  }

  private static void setPath(String company) {
    try (Connection connection = DATABASE.pool().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path = " + company);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Figures run(PostgresAdapter postgres, long seed, int turns, Working working)
      throws Exception {
    COMPANIES.forEach(company -> DATABASE.execute("truncate " + company + ".timeline"));
    Map<String, AtomicInteger> promised = new ConcurrentHashMap<>();
    COMPANIES.forEach(company -> promised.put(company, new AtomicInteger()));
    AtomicInteger misread = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Random random = new Random(seed + i);
        LeadId lead = new LeadId(new UUID(seed, i));
        ends.add(
            threads.submit(
                () -> {
                  Somebody somebody = new Somebody(postgres, random, lead, misread);
                  for (int n = 0; n < turns; n++) {
                    String company = COMPANIES.get(random.nextInt(COMPANIES.size()));
                    int kept = working.work(company, () -> somebody.turn(company));
                    promised.get(company).addAndGet(kept);
                  }
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      threads.shutdownNow();
    }
    int misplaced = 0;
    int written = 0;
    for (String company : COMPANIES) {
      List<String> owners = DATABASE.rows(company).column("select changed_by_name from timeline");
      int own = (int) owners.stream().filter(company::equals).count();
      written += owners.size();
      misplaced += owners.size() - own + Math.abs(promised.get(company).get() - own);
    }
    return new Figures(written, misplaced, misread.get());
  }

  /** One who works: a turn is a piece of work for a company. */
  private static final class Somebody {

    private final PostgresAdapter postgres;
    private final UnitOfWork unitOfWork;
    private final Timeline timeline;
    private final Random random;
    private final LeadId lead;
    private final AtomicInteger misread;

    Somebody(PostgresAdapter postgres, Random random, LeadId lead, AtomicInteger misread) {
      this.postgres = postgres;
      this.unitOfWork = postgres.port(UnitOfWork.class);
      this.timeline = postgres.port(Timeline.class);
      this.random = random;
      this.lead = lead;
      this.misread = misread;
    }

    /** How many rows were kept. */
    int turn(String company) {
      return switch (random.nextInt(5)) {
        case 0 -> write(company);
        case 1 -> fail(company);
        case 2 -> beRefused(company);
        case 3 -> inTransactionOfHost(company);
        default -> read(company);
      };
    }

    private int write(String company) {
      return unitOfWork.inTransaction(
          () -> {
            append(company, UUID.randomUUID());
            read(company);
            append(company, UUID.randomUUID());
            return 2;
          });
    }

    private int fail(String company) {
      try {
        return unitOfWork.inTransaction(
            () -> {
              append(company, UUID.randomUUID());
              throw new UnsupportedOperationException("half way");
            });
      } catch (UnsupportedOperationException expected) {
        return 0;
      }
    }

    private int beRefused(String company) {
      UUID twice = UUID.randomUUID();
      try {
        return unitOfWork.inTransaction(
            () -> {
              append(company, twice);
              append(company, twice);
              return 2;
            });
      } catch (StoreFault expected) {
        return 0;
      }
    }

    private int inTransactionOfHost(String company) {
      try (Connection host = DATABASE.pool().getConnection()) {
        host.setAutoCommit(false);
        int kept =
            postgres.inTransactionOf(
                host, () -> fail(company) + write(company) + beRefused(company));
        boolean commits = random.nextBoolean();
        if (commits) {
          host.commit();
        } else {
          host.rollback();
        }
        return commits ? kept : 0;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private int read(String company) {
      List<TimelineEntry> seen = unitOfWork.reading(() -> timeline.of(lead, Optional.empty(), 20));
      if (seen.stream().anyMatch(entry -> !entry.stamp().name().equals(company))) {
        misread.incrementAndGet();
      }
      return 0;
    }

    private void append(String company, UUID id) {
      timeline.append(
          new TimelineEntry(
              new TimelineEntryId(id),
              lead,
              Optional.empty(),
              new Stamp(new UserId("ana"), company, AT),
              new LeadActivated(1)));
    }
  }
}
