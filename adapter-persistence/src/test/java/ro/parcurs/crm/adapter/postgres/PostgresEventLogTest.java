package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.testkit.EventLogContract;
import ro.parcurs.crm.timeline.CatalogueEvent.ItemAdded;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventLog.Position;
import ro.parcurs.crm.work.EventLog.Positioned;
import ro.parcurs.crm.work.EventRecord;
import ro.parcurs.crm.work.UnitOfWork;

class PostgresEventLogTest extends EventLogContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresEventLogTest() {
    super(DATABASE);
  }

  @Test
  void who_reads_while_another_gives_places_does_not_wait() throws InterruptedException {
    Position end = end();
    append();
    CountDownLatch placed = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Thread slow =
        new Thread(
            () ->
                port(UnitOfWork.class)
                    .inTransaction(
                        () -> {
                          assertThat(port(EventLog.class).after(end, 10)).hasSize(1);
                          placed.countDown();
                          return await(mayEnd);
                        }));
    slow.start();
    await(placed);
    append();
    assertThat(port(EventLog.class).after(end, 10)).isEmpty();
    mayEnd.countDown();
    slow.join();
    assertThat(port(EventLog.class).after(end, 10)).hasSize(2);
  }

  @Test
  void places_that_were_given_in_a_unit_of_work_that_failed_are_given_again() {
    Position end = end();
    append();
    try {
      port(UnitOfWork.class)
          .<List<Positioned>>inTransaction(
              () -> {
                assertThat(port(EventLog.class).after(end, 10)).hasSize(1);
                throw new IllegalStateException("half way");
              });
    } catch (IllegalStateException halfWay) {
      assertThat(halfWay).hasMessage("half way");
    }
    append();
    assertThat(port(EventLog.class).after(end, 10))
        .extracting(event -> event.position().place())
        .containsExactly(end.place() + 1, end.place() + 2);
  }

  @Test
  void a_database_that_was_restored_where_transactions_are_counted_anew_goes_on() {
    Position end = end();
    DATABASE.execute("update event_sequencer set low_txid = '1000000000000'");
    append();
    assertThat(port(EventLog.class).after(end, 10)).hasSize(1);
    append();
    assertThat(port(EventLog.class).after(end, 10)).hasSize(2);
  }

  private Position end() {
    Position position = Position.BEGINNING;
    for (List<Positioned> page = port(EventLog.class).after(position, 5_000);
        !page.isEmpty();
        page = port(EventLog.class).after(position, 5_000)) {
      position = page.get(page.size() - 1).position();
    }
    return position;
  }

  private void append() {
    EventRecord event =
        new EventRecord(
            UUID.randomUUID(),
            Optional.empty(),
            Optional.empty(),
            new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00Z")),
            new ItemAdded(new ItemId(UUID.randomUUID()), "A-1"));
    inTransaction(() -> port(EventLog.class).append(event));
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
