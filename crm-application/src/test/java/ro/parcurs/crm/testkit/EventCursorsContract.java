package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.work.ConsumerName;
import ro.parcurs.crm.work.EventCursors;
import ro.parcurs.crm.work.EventLog.Position;

/** What every {@link EventCursors} does. */
public abstract class EventCursorsContract extends PortContract {

  private final ConsumerName consumer = new ConsumerName("stock " + newId());

  protected EventCursorsContract(Ports ports) {
    super(ports);
  }

  @Test
  void a_consumer_that_never_saved_begins_at_the_beginning() {
    assertThat(claim(consumer)).isEqualTo(Position.BEGINNING);
  }

  @Test
  void a_consumer_goes_on_where_it_has_come_to() {
    save(new Position(7));
    save(new Position(42));
    assertThat(claim(consumer)).isEqualTo(new Position(42));
  }

  @Test
  void a_consumer_may_go_back_to_handle_events_again() {
    save(new Position(42));
    save(Position.BEGINNING);
    assertThat(claim(consumer)).isEqualTo(Position.BEGINNING);
  }

  @Test
  void consumers_do_not_know_of_each_other() {
    save(new Position(7));
    assertThat(claim(new ConsumerName("other " + newId()))).isEqualTo(Position.BEGINNING);
  }

  @Test
  void what_a_unit_of_work_that_failed_has_saved_is_forgotten() {
    save(new Position(7));
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      port(EventCursors.class).save(consumer, new Position(8));
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    assertThat(claim(consumer)).isEqualTo(new Position(7));
  }

  @Test
  void a_second_that_claims_waits_for_the_first_and_goes_on_after_it() throws InterruptedException {
    CountDownLatch claimed = new CountDownLatch(1);
    Thread first =
        new Thread(
            () ->
                inTransaction(
                    () -> {
                      assertThat(port(EventCursors.class).claim(consumer).place()).isZero();
                      claimed.countDown();
                      sleep();
                      port(EventCursors.class).save(consumer, new Position(5));
                    }));
    first.start();
    assertThat(claimed.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(claim(consumer)).isEqualTo(new Position(5));
    first.join();
  }

  @Test
  void nothing_is_claimed_or_saved_outside_a_unit_of_work() {
    assertThatThrownBy(() -> port(EventCursors.class).claim(consumer))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> port(EventCursors.class).save(consumer, new Position(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  private Position claim(ConsumerName name) {
    return this.<Position>inTransaction(() -> port(EventCursors.class).claim(name));
  }

  private void save(Position position) {
    inTransaction(() -> port(EventCursors.class).save(consumer, position));
  }

  private static void sleep() {
    try {
      Thread.sleep(150);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
