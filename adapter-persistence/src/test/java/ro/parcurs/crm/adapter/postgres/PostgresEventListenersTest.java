package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.testkit.EventListenersContract;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventLog.Position;
import ro.parcurs.crm.work.EventRecord;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.OutcomeUnknown;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.TimelineChain;
import ro.parcurs.crm.work.UnitOfWork;
import ro.parcurs.crm.work.UnitOfWork.Ending;

class PostgresEventListenersTest extends EventListenersContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final Stamp STAMP =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00Z"));

  PostgresEventListenersTest() {
    super(DATABASE);
  }

  @Test
  void nobody_hears_of_what_is_a_part_of_the_hosts_transaction_whose_end_the_log_tells()
      throws SQLException {
    List<EventRecord> heard = new ArrayList<>();
    List<Ending> endings = new ArrayList<>();
    PostgresAdapter adapter = DATABASE.adapter();
    Journal journal = journal(adapter, heard);
    LeadId lead = new LeadId(UUID.randomUUID());
    try (Connection host = DATABASE.dataSource().getConnection()) {
      host.setAutoCommit(false);
      adapter.<Boolean>inTransactionOf(
          host,
          () ->
              adapter
                  .port(UnitOfWork.class)
                  .inTransaction(
                      () -> {
                        adapter.port(UnitOfWork.class).whenEnded(endings::add);
                        journal.write(STAMP, lead, new LeadActivated(1));
                        return true;
                      }));
      assertThat(told(adapter, lead)).isZero();
      host.commit();
      host.setAutoCommit(true);
    }
    assertThat(heard).isEmpty();
    assertThat(endings).containsExactly(Ending.LEFT_TO_HOST);
    assertThat(told(adapter, lead)).isEqualTo(1);
    assertThat(adapter.port(TimelineChain.class).firstBreak(lead)).isEmpty();
  }

  private static long told(PostgresAdapter adapter, LeadId lead) {
    return adapter.port(EventLog.class).after(Position.BEGINNING, 1_000).stream()
        .filter(event -> event.event().lead().equals(Optional.of(lead)))
        .count();
  }

  private static Journal journal(PostgresAdapter adapter, List<EventRecord> heard) {
    return new Journal(
        adapter.port(Timeline.class),
        adapter.port(EventLog.class),
        adapter.port(UnitOfWork.class),
        Set.of(heard::addAll),
        UUID::randomUUID,
        Clock.systemUTC());
  }

  @Test
  void nobody_hears_of_what_has_an_unknown_outcome() {
    String url = PostgresServer.newDatabase();
    PostgresServer.execute(
        url,
        "create function warn() returns trigger language plpgsql as $$ begin"
            + " raise warning 'canceling wait for synchronous replication'; return null; end $$;"
            + " create constraint trigger late after insert on timeline"
            + " deferrable initially deferred for each row execute function warn()");
    List<EventRecord> heard = new ArrayList<>();
    try (PostgresAdapter adapter =
        PostgresAdapter.open(Configuration.of(url, "postgres", "").withPoolSize(1))) {
      UnitOfWork unitOfWork = adapter.port(UnitOfWork.class);
      Journal journal = journal(adapter, heard);
      assertThatThrownBy(
              () ->
                  unitOfWork.<Boolean>inTransaction(
                      () -> {
                        journal.write(STAMP, new LeadId(UUID.randomUUID()), new LeadActivated(1));
                        return true;
                      }))
          .isInstanceOf(OutcomeUnknown.class);
      assertThat(heard).isEmpty();
    }
  }
}
