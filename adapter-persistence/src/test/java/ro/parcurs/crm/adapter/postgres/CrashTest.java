package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.OutcomeUnknown;
import ro.parcurs.crm.work.StoreFailure;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Promise P1, the half about PostgreSQL: what was confirmed survives that the server is killed
 * while eight write; and what was called failed is not there.
 */
class CrashTest {

  private static final int WRITERS = 8;
  private static final Stamp STAMP =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00Z"));

  private final Set<UUID> confirmed = ConcurrentHashMap.newKeySet();
  private final Set<UUID> failed = ConcurrentHashMap.newKeySet();
  private final Set<UUID> unknown = ConcurrentHashMap.newKeySet();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void what_was_confirmed_survives_a_killed_server_and_what_was_called_failed_is_not_there()
      throws Exception {
    long seed = Proof.seed();
    Random random = new Random(seed);
    int kills = Proof.tries(2, 150);
    Instant start = Instant.now();
    int stored = 0;
    for (int i = 0; i < kills; i++) {
      writeUntilKilled(Duration.ofMillis(100 + random.nextInt(400)));
    }
    Set<UUID> found;
    try (EmbeddedPostgres server = start()) {
      found = stored(server);
      stored = found.size();
    }
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
        "%d kills, %d confirmed, %d lost; %d called failed, %d of them stored; %d of unknown outcome, %d of them stored; %d stored"
            .formatted(
                kills,
                confirmed.size(),
                lost.size(),
                failed.size(),
                wronglyCalledFailed.size(),
                unknown.size(),
                unknownButKept.size(),
                stored));
    assertThat(confirmed).hasSizeGreaterThan(kills);
    assertThat(lost).isEmpty();
    assertThat(wronglyCalledFailed).isEmpty();
    assertThat(stored).isEqualTo(confirmed.size() + unknownButKept.size());
  }

  private void writeUntilKilled(Duration time) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try (EmbeddedPostgres server = start();
        PostgresAdapter adapter =
            PostgresAdapter.open(Configuration.of(url(server), "postgres", "").withPoolSize(8))) {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        ends.add(threads.submit(() -> writeUntilItFails(adapter)));
      }
      Thread.sleep(time.toMillis());
      kill();
      for (Future<?> end : ends) {
        end.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void writeUntilItFails(PostgresAdapter adapter) {
    Timeline timeline = adapter.port(Timeline.class);
    while (true) {
      UUID id = UUID.randomUUID();
      try {
        adapter
            .port(UnitOfWork.class)
            .inTransaction(
                () -> {
                  timeline.append(
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
        return;
      } catch (StoreFailure e) {
        failed.add(id);
        return;
      }
    }
  }

  private void kill() throws IOException {
    long pid =
        Long.parseLong(Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0).strip());
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  /** Starts where the data is; the processes of the killed server may take a moment to go. */
  private EmbeddedPostgres start() throws Exception {
    IOException last = new IOException("never tried");
    for (int i = 0; i < 20; i++) {
      try {
        return EmbeddedPostgres.builder()
            .setDataDirectory(directory.resolve("data"))
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("timezone", PostgresServer.ZONE)
            .start();
      } catch (IOException | IllegalStateException e) {
        last = new IOException(e);
        Thread.sleep(500);
      }
    }
    throw last;
  }

  private static String url(EmbeddedPostgres server) {
    return server.getJdbcUrl("postgres", "postgres");
  }

  private Set<UUID> stored(EmbeddedPostgres server) {
    Set<UUID> found = new HashSet<>();
    try (PostgresAdapter adapter =
        PostgresAdapter.open(Configuration.of(url(server), "postgres", ""))) {
      Timeline timeline = adapter.port(Timeline.class);
      for (Set<UUID> ids : List.of(confirmed, failed, unknown)) {
        for (UUID id : ids) {
          if (!timeline.of(new LeadId(id), Optional.empty(), 2).isEmpty()) {
            found.add(id);
          }
        }
      }
    }
    return found;
  }
}
