package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventLog.Position;
import ro.parcurs.crm.work.EventLog.Positioned;
import ro.parcurs.crm.work.EventRecord;
import ro.parcurs.crm.work.UnitOfWork;

/** One reads the log on and on while eight write it, at their own pace. */
class EventLogRaceTest {

  private static final int WRITERS = 8;
  private static final Stamp STAMP =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00Z"));

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private final EventLog log = DATABASE.port(EventLog.class);
  private final UnitOfWork unitOfWork = DATABASE.port(UnitOfWork.class);

  @Test
  void a_reader_sees_every_event_exactly_once() throws Exception {
    long seed = Proof.seed();
    int units = Proof.tries(100, 2_000);
    Instant start = Instant.now();
    List<UUID> written = Collections.synchronizedList(new ArrayList<>());
    List<UUID> read = new ArrayList<>();
    List<Long> byPlaceAlone = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        Random random = new Random(seed + i);
        ends.add(threads.submit(() -> write(units, random, written)));
      }
      Position position = Position.BEGINNING;
      boolean writing = true;
      while (writing) {
        writing = !ends.stream().allMatch(Future::isDone);
        position = readOn(position, read);
        readOnByPlaceAlone(byPlaceAlone);
      }
      readOn(position, read);
      readOnByPlaceAlone(byPlaceAlone);
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      threads.shutdownNow();
    }
    Set<UUID> missing = new HashSet<>(written);
    read.forEach(missing::remove);
    int doubled = read.size() - new HashSet<>(read).size();
    Proof.report(
        "a reader of the event log misses nothing",
        seed,
        Duration.between(start, Instant.now()),
        "%d events, %d missing, %d twice; by place alone %d would be missing"
            .formatted(
                written.size(), missing.size(), doubled, written.size() - byPlaceAlone.size()));
    assertThat(missing).isEmpty();
    assertThat(doubled).isZero();
    assertThat(byPlaceAlone).as("the naive control").hasSizeLessThan(written.size());
  }

  private void write(int units, Random random, List<UUID> written) {
    for (int i = 0; i < units; i++) {
      unitOfWork.<Boolean>inTransaction(
          () -> {
            for (int n = random.nextInt(3); n >= 0; n--) {
              UUID id = UUID.randomUUID();
              log.append(
                  new EventRecord(
                      id,
                      Optional.of(new LeadId(id)),
                      Optional.empty(),
                      STAMP,
                      new LeadActivated(1)));
              written.add(id);
              pause(random.nextInt(3));
            }
            return true;
          });
    }
  }

  private Position readOn(Position from, List<UUID> read) {
    Position position = from;
    for (List<Positioned> page = log.after(position, 50);
        !page.isEmpty();
        page = log.after(position, 50)) {
      page.forEach(event -> read.add(event.event().id()));
      position = page.get(page.size() - 1).position();
    }
    return position;
  }

  /** What a reader would do who remembers only the greatest place it has seen. */
  private static void readOnByPlaceAlone(List<Long> seen) {
    long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1);
    String places =
        DATABASE.query(
            "select string_agg(position::text, ',' order by position) from event_log"
                + " where position > "
                + last);
    if (places != null && !places.isEmpty()) {
      for (String place : places.split(",")) {
        seen.add(Long.parseLong(place));
      }
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
