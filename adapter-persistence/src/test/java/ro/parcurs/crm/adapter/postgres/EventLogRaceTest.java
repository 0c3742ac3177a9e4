package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.ConsumerName;
import ro.parcurs.crm.work.EventCursors;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventLog.Position;
import ro.parcurs.crm.work.EventLog.Positioned;
import ro.parcurs.crm.work.EventRecord;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Eight write on a few leads, some of them slow to commit; three follow the log meanwhile, and a
 * consumer with a cursor is killed again and again.
 */
class EventLogRaceTest {

  private static final int WRITERS = 8;
  private static final int LEADS = 6;
  private static final int FOLLOWERS = 3;
  private static final ConsumerName CONSUMER = new ConsumerName("stock");
  private static final Stamp STAMP =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00Z"));

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  /** What a writer knows of one of its units of work: that it was done between two moments. */
  private record Written(List<UUID> events, long begin, long end) {}

  private final List<LeadId> leads =
      LongStream.rangeClosed(1, LEADS).mapToObj(n -> new LeadId(new UUID(0, n))).toList();
  private volatile boolean writing = true;

  /**
   * How many events there are, once that is known. A reader gets nothing while another one is
   * giving places, so nothing is not the end.
   */
  private volatile int total = Integer.MAX_VALUE;

  private int kills;
  private int handedOut;

  @Test
  @Timeout(300)
  void followers_see_every_event_once_in_the_order_of_commits() throws Exception {
    long seed = Proof.seed();
    int each = Proof.tries(60, 2_000);
    Instant start = Instant.now();
    List<Written> units = new ArrayList<>();
    List<List<UUID>> followed = new ArrayList<>();
    List<UUID> consumed;
    Set<Long> byGreatestPosition;
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<List<Written>>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        writers.add(threads.submit(() -> write(writer, each, new Random(seed + writer))));
      }
      List<Future<List<UUID>>> followers = new ArrayList<>();
      for (int i = 0; i < FOLLOWERS; i++) {
        Random random = new Random(seed + 100 + i);
        followers.add(threads.submit(() -> follow(random)));
      }
      Future<List<UUID>> consumer = threads.submit(() -> consume(new Random(seed + 200)));
      Future<Set<Long>> naive = threads.submit(EventLogRaceTest.this::byGreatestPosition);
      for (Future<List<Written>> writer : writers) {
        units.addAll(writer.get());
      }
      total = units.stream().mapToInt(unit -> unit.events().size()).sum();
      writing = false;
      for (Future<List<UUID>> follower : followers) {
        followed.add(follower.get());
      }
      consumed = consumer.get();
      byGreatestPosition = naive.get();
    } finally {
      writing = false;
      threads.shutdownNow();
    }
    List<Positioned> log = all();
    List<UUID> order = log.stream().map(event -> event.event().id()).toList();
    int outOfOrderByTransaction =
        Integer.parseInt(
            DATABASE.query(
                """
                select count(*) from (
                  select row_number() over (partition by event.lead order by event.txid, event.position) as told,
                    entry.place
                  from event_log event join timeline entry on entry.id = event.id) both_orders
                where told <> place
                """));
    Proof.report(
        "followers of the event log miss nothing and see the order of commits",
        seed,
        Duration.between(start, Instant.now()),
        "%d events in %d units; %d followers, one consumer killed %d times, which handled %d; controls: the greatest position seen would miss %d, by transaction %d would be out of order"
            .formatted(
                order.size(),
                units.size(),
                FOLLOWERS,
                kills,
                handedOut,
                order.size() - byGreatestPosition.size(),
                outOfOrderByTransaction));

    assertThat(log)
        .extracting(event -> event.position().place())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, log.size()).boxed().toList());
    assertThat(order)
        .containsExactlyInAnyOrderElementsOf(
            units.stream().flatMap(unit -> unit.events().stream()).toList());
    assertThat(followed).allSatisfy(seen -> assertThat(seen).isEqualTo(order));
    assertThat(consumed).isEqualTo(order);
    assertThat(handedOut).as("at least once").isGreaterThan(order.size());
    unitsComeTogetherAndInTheOrderOfTheirCommits(order, units);
    theEventsOfALeadComeInTheOrderOfItsTimeline(log);
    assertThat(byGreatestPosition).as("the naive control").hasSizeLessThan(order.size());
    assertThat(outOfOrderByTransaction).as("the control by transaction").isPositive();
  }

  private static void unitsComeTogetherAndInTheOrderOfTheirCommits(
      List<UUID> order, List<Written> units) {
    Map<UUID, Written> unitOf = new HashMap<>();
    units.forEach(unit -> unit.events().forEach(event -> unitOf.put(event, unit)));
    long latestBegin = Long.MIN_VALUE;
    for (int i = 0; i < order.size(); ) {
      Written unit = unitOf.get(order.get(i));
      assertThat(order.subList(i, Math.min(order.size(), i + unit.events().size())))
          .isEqualTo(unit.events());
      assertThat(unit.end())
          .as("done before one told earlier had begun")
          .isGreaterThan(latestBegin);
      latestBegin = Math.max(latestBegin, unit.begin());
      i += unit.events().size();
    }
  }

  private void theEventsOfALeadComeInTheOrderOfItsTimeline(List<Positioned> log) {
    for (LeadId lead : leads) {
      List<UUID> told =
          new ArrayList<>(
              DATABASE.port(Timeline.class).of(lead, Optional.empty(), log.size()).stream()
                  .map(entry -> entry.id().value())
                  .toList());
      Collections.reverse(told);
      assertThat(
              log.stream()
                  .filter(event -> event.event().lead().equals(Optional.of(lead)))
                  .map(event -> event.event().id()))
          .isNotEmpty()
          .containsExactlyElementsOf(told);
    }
  }

  private List<Written> write(int writer, int units, Random random) {
    List<Written> written = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      List<UUID> events = new ArrayList<>();
      long begin = System.nanoTime();
      DATABASE
          .port(UnitOfWork.class)
          .<Boolean>inTransaction(
              () -> {
                // The transaction gets its number here, long before it tells anything.
                DATABASE.port(NumberSeries.class).next(Series.OFFER, 2000 + writer);
                pause(random.nextInt(4));
                for (int n = random.nextInt(3); n >= 0; n--) {
                  events.add(tell(leads.get(random.nextInt(LEADS))));
                }
                if (random.nextInt(3) == 0) {
                  // Reading lets it write at once; then it takes its time before it commits.
                  DATABASE.port(Timeline.class).of(leads.get(0), Optional.empty(), 1);
                  pause(random.nextInt(8));
                }
                return true;
              });
      written.add(new Written(events, begin, System.nanoTime()));
    }
    return written;
  }

  private static UUID tell(LeadId lead) {
    UUID id = UUID.randomUUID();
    LeadActivated event = new LeadActivated(1);
    DATABASE
        .port(Timeline.class)
        .append(new TimelineEntry(new TimelineEntryId(id), lead, Optional.empty(), STAMP, event));
    DATABASE
        .port(EventLog.class)
        .append(new EventRecord(id, Optional.of(lead), Optional.empty(), STAMP, event));
    return id;
  }

  private List<UUID> follow(Random random) throws InterruptedException {
    List<UUID> seen = new ArrayList<>();
    Position position = Position.BEGINNING;
    while (seen.size() < total) {
      List<Positioned> page = DATABASE.port(EventLog.class).after(position, 1 + random.nextInt(40));
      for (Positioned event : page) {
        assertThat(event.position().place()).isEqualTo(position.place() + 1);
        seen.add(event.event().id());
        position = event.position();
      }
      Thread.sleep(random.nextInt(3));
    }
    assertThat(DATABASE.port(EventLog.class).after(position, 1)).isEmpty();
    return seen;
  }

  /** Handles events in its own units of work; a kill leaves nothing of it but its cursor. */
  private List<UUID> consume(Random random) {
    List<UUID> handled = new ArrayList<>();
    while (handled.size() < total) {
      Stores restarted =
          new Stores(
              new PostgresUnitOfWork(
                  Mappers.sessions(DATABASE.dataSource(), "", Optional.empty()), Optional.empty()));
      try {
        while (handled.size() < total) {
          handled.addAll(handleNext(restarted, random));
        }
      } catch (Killed killed) {
        kills++;
      }
    }
    return handled;
  }

  private List<UUID> handleNext(Stores stores, Random random) {
    return stores
        .get(UnitOfWork.class)
        .inTransaction(
            () -> {
              List<UUID> next = new ArrayList<>();
              Position position = stores.get(EventCursors.class).claim(CONSUMER);
              for (Positioned event :
                  stores.get(EventLog.class).after(position, 1 + random.nextInt(20))) {
                next.add(event.event().id());
                handedOut++;
                if (random.nextInt(60) == 0) {
                  throw new Killed();
                }
                position = event.position();
              }
              stores.get(EventCursors.class).save(CONSUMER, position);
              if (!next.isEmpty() && random.nextInt(20) == 0) {
                throw new Killed();
              }
              return next;
            });
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What a follower would see who remembers the greatest position it has seen. */
  private Set<Long> byGreatestPosition() {
    Set<Long> seen = new HashSet<>();
    long last = 0;
    boolean more = true;
    while (more) {
      more = writing;
      String positions =
          DATABASE.query(
              "select string_agg(position::text, ',' order by position) from event_log"
                  + " where position > "
                  + last);
      if (positions != null && !positions.isEmpty()) {
        for (String position : positions.split(",")) {
          last = Long.parseLong(position);
          seen.add(last);
        }
      }
    }
    return seen;
  }

  private static List<Positioned> all() throws Exception {
    List<Positioned> all = new ArrayList<>();
    Callable<List<Positioned>> next =
        () ->
            DATABASE
                .port(EventLog.class)
                .after(
                    all.isEmpty() ? Position.BEGINNING : all.get(all.size() - 1).position(), 1_000);
    for (List<Positioned> page = next.call(); !page.isEmpty(); page = next.call()) {
      all.addAll(page);
    }
    return all;
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
