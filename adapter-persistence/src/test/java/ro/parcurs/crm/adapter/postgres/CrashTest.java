package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Module;
import com.google.inject.util.Modules;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.adapter.postgres.DurableServer.Death;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.testkit.ArticleJourney;
import ro.parcurs.crm.testkit.InMemoryUsers;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.OutcomeUnknown;
import ro.parcurs.crm.work.StoreFailure;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Promise P1, the half about PostgreSQL: what was confirmed survives that the server dies while
 * eight write, and what was called failed is not there. The other half is {@link JvmCrashTest}.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class CrashTest {

  private static final int WRITERS = 8;
  private static final Stamp STAMP =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00Z"));

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  private final Set<UUID> confirmed = ConcurrentHashMap.newKeySet();
  private final Set<UUID> failed = ConcurrentHashMap.newKeySet();
  private final Set<UUID> unknown = ConcurrentHashMap.newKeySet();

  private DurableServer server;
  private PostgresAdapter adapter;

  @BeforeEach
  void open() {
    server = DurableServer.in(directory.resolve("data"));
    adapter = PostgresAdapter.open(server.configuration().withPoolSize(WRITERS));
  }

  @AfterEach
  void close() {
    adapter.close();
    server.close();
  }

  @Test
  void what_was_confirmed_survives_a_dead_server_and_what_was_called_failed_is_not_there()
      throws Exception {
    long seed = Proof.seed();
    int deaths = Proof.tries(2, 100);
    Instant start = Instant.now();
    whileItDies(deaths, new Random(seed), this::write);
    Set<UUID> found = stored();
    Set<UUID> lost = new HashSet<>(confirmed);
    lost.removeAll(found);
    Set<UUID> wronglyCalledFailed = new HashSet<>(failed);
    wronglyCalledFailed.retainAll(found);
    Set<UUID> unknownButKept = new HashSet<>(unknown);
    unknownButKept.retainAll(found);
    Proof.report(
        "P1 what was confirmed survives a crash of PostgreSQL",
        seed,
        Duration.between(start, Instant.now()),
        "%d deaths, %d confirmed, %d lost; %d called failed, %d of them stored; %d of unknown outcome, %d of them stored; %d stored"
            .formatted(
                deaths,
                confirmed.size(),
                lost.size(),
                failed.size(),
                wronglyCalledFailed.size(),
                unknown.size(),
                unknownButKept.size(),
                found.size()));
    assertThat(confirmed).hasSizeGreaterThan(deaths);
    assertThat(lost).isEmpty();
    assertThat(wronglyCalledFailed).isEmpty();
    assertThat(found).hasSize(confirmed.size() + unknownButKept.size());
  }

  @Test
  void whole_journeys_end_as_if_nothing_had_been_when_commands_are_given_again_with_their_keys()
      throws Exception {
    long seed = Proof.seed();
    int deaths = Proof.tries(2, 100);
    Instant start = Instant.now();
    Map<String, Long> empty = rows();
    Stubborn users = new Stubborn(adapter);
    new Journey(users.module(), 0).go();
    Map<String, Long> ofOne = rows();
    AtomicInteger journeys = new AtomicInteger();
    whileItDies(
        deaths,
        new Random(seed),
        () -> new Journey(users.module(), journeys.incrementAndGet()).go());

    Map<String, Long> expected = new TreeMap<>();
    ofOne.forEach(
        (table, count) -> {
          long each = count - empty.get(table);
          expected.put(table, count + each * journeys.get());
        });
    Set<String> kept =
        Set.of(server.query("select string_agg(key, ' ') from command_result").split(" "));
    long lost = users.acknowledged().stream().filter(key -> !kept.contains(key.value())).count();
    Proof.report(
        "P1 whole journeys survive crashes of PostgreSQL",
        seed,
        Duration.between(start, Instant.now()),
        "%d deaths, %d journeys, %s, %d lost; rows %s"
            .formatted(
                deaths,
                journeys.get() + 1,
                users,
                lost,
                expected.equals(rows()) ? "as without deaths" : "differ"));
    assertThat(lost).isZero();
    assertThat(rows()).isEqualTo(expected);
    assertThat(kept).hasSize(users.acknowledged().size());
    for (String table : List.of("offer", "evaluation_sheet", "contract")) {
      assertThat(
              server.query(
                  "select count(distinct substring(number from '^[^/]+')) = max(substring(number from 9 for 5)::int) from "
                      + table))
          .as("numbers without holes: " + table)
          .isEqualTo("t");
    }
  }

  /** Eight do it again and again while the server dies so often, and then end what they are at. */
  private void whileItDies(int deaths, Random random, Runnable body) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger rounds = new AtomicInteger();
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        ends.add(
            threads.submit(
                () -> {
                  while (!over.get()) {
                    body.run();
                    rounds.incrementAndGet();
                  }
                }));
      }
      for (int i = 0; i < deaths; i++) {
        DurableServer.pause(Duration.ofMillis(100 + random.nextInt(400)));
        server.die(random.nextBoolean() ? Death.KILLED : Death.STOPPED_AT_ONCE);
        server.start();
        int before = rounds.get();
        DurableServer.await("work goes on", () -> rounds.get() > before || failed(ends));
      }
      over.set(true);
      for (Future<?> end : ends) {
        end.get(5, TimeUnit.MINUTES);
      }
    } finally {
      over.set(true);
      threads.shutdownNow();
    }
  }

  private static boolean failed(List<Future<?>> ends) {
    return ends.stream().anyMatch(Future::isDone);
  }

  private void write() {
    UUID id = UUID.randomUUID();
    try {
      adapter
          .port(UnitOfWork.class)
          .inTransaction(
              () -> {
                adapter
                    .port(Timeline.class)
                    .append(
                        new TimelineEntry(
                            new TimelineEntryId(id),
                            new LeadId(id),
                            Optional.empty(),
                            STAMP,
                            new LeadActivated(1)));
                return true;
              });
      confirmed.add(id);
    } catch (OutcomeUnknown e) {
      unknown.add(id);
    } catch (StoreFailure e) {
      failed.add(id);
    }
  }

  private Set<UUID> stored() {
    Set<UUID> found = new HashSet<>();
    for (String id : server.query("select string_agg(id::text, ' ') from timeline").split(" ")) {
      found.add(UUID.fromString(id));
    }
    return found;
  }

  /** How many rows each table has. */
  private Map<String, Long> rows() {
    Map<String, Long> counts = new TreeMap<>();
    String tables =
        server.query(
            "select string_agg(table_name, ' ') from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE'"
                + " and table_name <> 'number_series'");
    for (String table : tables.split(" ")) {
      counts.put(table, Long.parseLong(server.query("select count(*) from " + table)));
    }
    return counts;
  }

  /** The journey of the article, told by stubborn users. */
  private static final class Journey extends ArticleJourney {

    Journey(Module ports, int number) {
      super(
          Modules.combine(
              ports, binder -> binder.bind(Users.class).toInstance(new InMemoryUsers())),
          "-" + number);
    }

    void go() {
      from_a_fiscal_code_to_a_paid_invoice();
    }
  }
}
