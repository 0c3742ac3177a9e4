package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
 * Eight threads of an embedding application, each with transactions of its own in which it books
 * and lets the CRM work; what the CRM does fails at random, and the host commits or rolls back at
 * random.
 */
class HostTransactionRaceTest {

  private static final int HOSTS = 8;
  private static final Stamp STAMP =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00Z"));

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private final PostgresAdapter postgres = DATABASE.adapter();
  private final UnitOfWork unitOfWork = postgres.port(UnitOfWork.class);
  private final Timeline timeline = postgres.port(Timeline.class);
  private final Set<UUID> promised = ConcurrentHashMap.newKeySet();

  @Test
  void kept_is_what_succeeded_in_transactions_that_the_host_committed() throws Exception {
    long seed = Proof.seed();
    int transactions = Proof.tries(25, 1_000);
    Instant start = Instant.now();
    Set<UUID> kept = run(seed, transactions, body -> unitOfWork.<Boolean>inTransaction(body::run));
    Set<UUID> lost = new HashSet<>(promised);
    lost.removeAll(kept);
    Set<UUID> halves = new HashSet<>(kept);
    halves.removeAll(promised);
    Proof.report(
        "kept exactly with the host's commit",
        seed,
        Duration.between(start, Instant.now()),
        "%d transactions of %d hosts, %d rows promised, %d lost, %d of failed work kept"
            .formatted(HOSTS * transactions, HOSTS, promised.size(), lost.size(), halves.size()));
    assertThat(lost).isEmpty();
    assertThat(halves).isEmpty();
    assertThat(promised).hasSizeGreaterThan(transactions);
  }

  @Test
  void control_without_a_unit_of_work_around_the_use_case_halves_are_kept() throws Exception {
    Set<UUID> halves = new HashSet<>(run(Proof.seed(), 10, Body::run));
    halves.removeAll(promised);
    System.out.printf(
        "control | no unit around the use case | %d rows of failed work kept%n", halves.size());
    assertThat(halves).isNotEmpty();
  }

  private interface Body {
    boolean run();
  }

  private interface UseCase {
    void carryOut(Body body);
  }

  /** Every row that is there in the end. */
  private Set<UUID> run(long seed, int transactions, UseCase useCase) throws Exception {
    DATABASE.execute(
        "create table if not exists erp_booking (id uuid primary key);"
            + " truncate erp_booking, timeline");
    ExecutorService threads = Executors.newFixedThreadPool(HOSTS);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < HOSTS; i++) {
        Random random = new Random(seed + i);
        ends.add(
            threads.submit(
                () -> {
                  for (int n = 0; n < transactions; n++) {
                    transaction(random, useCase);
                  }
                  return null;
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      threads.shutdownNow();
    }
    String rows =
        DATABASE.query(
            "select string_agg(id::text, ',') from (select id from timeline union all"
                + " select id from erp_booking) as every");
    Set<UUID> kept = new HashSet<>();
    for (String id : rows.split(",")) {
      kept.add(UUID.fromString(id));
    }
    return kept;
  }

  private void transaction(Random random, UseCase useCase) throws SQLException {
    List<UUID> done = new ArrayList<>();
    try (Connection host = DATABASE.dataSource().getConnection()) {
      host.setAutoCommit(false);
      for (int part = random.nextInt(4); part >= 0; part--) {
        done.add(book(host));
        List<UUID> written = new ArrayList<>();
        int failing = random.nextInt(3);
        try {
          postgres.<Boolean>inTransactionOf(
              host,
              () -> {
                useCase.carryOut(() -> write(written, failing));
                return true;
              });
          done.addAll(written);
        } catch (Halfway | StoreFault expected) {
          assertThat(failing).isPositive();
        }
      }
      if (random.nextInt(3) > 0) {
        host.commit();
        promised.addAll(done);
      } else {
        host.rollback();
      }
    }
  }

  /**
   * Two entries, unless it fails between them.
   *
   * @param failing 0 for not, 1 by an exception, 2 by a statement that the database refuses
   */
  private boolean write(List<UUID> written, int failing) {
    UUID first = UUID.randomUUID();
    append(first);
    if (failing == 1) {
      throw new Halfway();
    }
    UUID second = failing == 2 ? first : UUID.randomUUID();
    append(second);
    written.add(first);
    written.add(second);
    return true;
  }

  /** A unit of its own where there is none around it. */
  private void append(UUID id) {
    unitOfWork.<Boolean>inTransaction(
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
  }

  private static UUID book(Connection host) throws SQLException {
    UUID id = UUID.randomUUID();
    try (PreparedStatement booking =
        host.prepareStatement("insert into erp_booking (id) values (?)")) {
      booking.setObject(1, id);
      booking.execute();
    }
    return id;
  }

  private static final class Halfway extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
