package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;
import ro.parcurs.crm.work.UnitOfWork.Ending;

/** What every {@link UnitOfWork} does; told with the timeline as the thing that is written. */
public abstract class UnitOfWorkContract extends PortContract {

  private static final Stamp STAMP =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00Z"));

  private final LeadId lead = new LeadId(newId());

  protected UnitOfWorkContract(Ports ports) {
    super(ports);
  }

  @Test
  void what_is_written_inside_is_there_when_the_body_has_returned() {
    assertThat(
            this.<String>inTransaction(
                () -> {
                  write();
                  return "result";
                }))
        .isEqualTo("result");
    assertThat(written()).hasSize(1);
  }

  @Test
  void a_thread_knows_whether_it_is_inside_one() {
    UnitOfWork units = port(UnitOfWork.class);
    assertThat(units.isUnderWay()).isFalse();
    assertThat(units.<Boolean>inTransaction(units::isUnderWay)).isTrue();
    assertThat(units.<Boolean>reading(units::isUnderWay)).isTrue();
    assertThat(units.isUnderWay()).isFalse();
  }

  @Test
  void what_is_written_inside_can_be_read_inside() {
    inTransaction(
        () -> {
          assertThat(written()).isEmpty();
          write();
          assertThat(written()).hasSize(1);
        });
  }

  @Test
  void everything_is_forgotten_when_the_body_throws_and_its_own_exception_comes_out() {
    IllegalStateException thrown = new IllegalStateException("half way");
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      write();
                      write();
                      throw thrown;
                    }))
        .isSameAs(thrown);
    assertThat(written()).isEmpty();
  }

  @Test
  void everything_is_forgotten_on_an_error_too() {
    AssertionError thrown = new AssertionError("half way");
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      write();
                      throw thrown;
                    }))
        .isSameAs(thrown);
    assertThat(written()).isEmpty();
  }

  @Test
  void a_unit_begun_inside_another_joins_it() {
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      write();
                      inTransaction(this::write);
                      assertThat(written()).hasSize(2);
                      throw new IllegalStateException("after the inner one had returned");
                    }))
        .hasMessage("after the inner one had returned");
    assertThat(written()).isEmpty();

    inTransaction(
        () -> {
          write();
          inTransaction(this::write);
        });
    assertThat(written()).hasSize(2);
  }

  @Test
  void a_unit_in_which_one_that_joined_has_failed_is_never_kept() {
    IllegalStateException inner = new IllegalStateException("inner");
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      write();
                      assertThatThrownBy(
                              () ->
                                  inTransaction(
                                      () -> {
                                        write();
                                        throw inner;
                                      }))
                          .isSameAs(inner);
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasCause(inner);
    assertThat(written()).isEmpty();
  }

  @Test
  void after_one_that_failed_the_same_thread_begins_anew() {
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);
    inTransaction(this::write);
    assertThat(written()).hasSize(1);
  }

  @Test
  void nothing_is_written_outside_a_unit_of_work() {
    assertThatThrownBy(this::write)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("outside a unit of work");
    assertThat(written()).isEmpty();
  }

  @Test
  void reading_sees_what_was_kept_and_writes_nothing() {
    inTransaction(this::write);
    assertThat(port(UnitOfWork.class).<Integer>reading(() -> written().size())).isEqualTo(1);
    assertThatThrownBy(
            () ->
                port(UnitOfWork.class)
                    .<Boolean>reading(
                        () -> {
                          write();
                          return true;
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("outside a unit of work");
    assertThat(written()).hasSize(1);
    inTransaction(this::write);
    assertThat(written()).hasSize(2);
  }

  @Test
  void reading_inside_a_unit_of_work_sees_what_was_written_in_it() {
    inTransaction(
        () -> {
          write();
          assertThat(port(UnitOfWork.class).<Integer>reading(() -> written().size())).isEqualTo(1);
          write();
        });
    assertThat(written()).hasSize(2);
  }

  @Test
  void all_that_is_read_is_of_one_moment() {
    List<Integer> sizes =
        port(UnitOfWork.class)
            .<List<Integer>>reading(
                () -> {
                  int before = written().size();
                  Thread other = new Thread(() -> inTransaction(this::write));
                  other.start();
                  join(other, 200); // an adapter may also let the writer wait for the reader
                  return List.of(before, written().size());
                });
    assertThat(sizes).containsExactly(0, 0);
  }

  private static void join(Thread thread, long millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_another_thread_has_not_finished_is_not_seen() throws InterruptedException {
    CountDownLatch wrote = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread other =
        new Thread(
            () ->
                inTransaction(
                    () -> {
                      write();
                      wrote.countDown();
                      await(end);
                    }));
    other.start();
    await(wrote);
    List<Integer> sizes = new ArrayList<>();
    Thread reader = new Thread(() -> sizes.add(written().size()));
    reader.start();
    reader.join(200); // an adapter may also let the reader wait for the end
    end.countDown();
    other.join();
    reader.join();
    assertThat(sizes).isSubsetOf(0, 1).hasSize(1);
    assertThat(written()).hasSize(1);
  }

  @Test
  void what_is_to_be_done_at_the_end_is_done_once_in_order_when_everything_was_kept() {
    List<String> done = new ArrayList<>();
    inTransaction(
        () -> {
          unitOfWork().whenEnded(ending -> done.add("first " + ending + " " + written().size()));
          write();
          inTransaction(() -> unitOfWork().whenEnded(ending -> done.add("joined " + ending)));
          assertThat(done).isEmpty();
        });
    assertThat(done).containsExactly("first COMMITTED 1", "joined COMMITTED");
    inTransaction(this::write);
    assertThat(done).hasSize(2);
  }

  @Test
  void what_is_to_be_done_at_the_end_learns_that_nothing_was_kept() {
    List<Ending> endings = new ArrayList<>();
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      unitOfWork().whenEnded(endings::add);
                      write();
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    assertThat(endings).containsExactly(Ending.ROLLED_BACK);
  }

  @Test
  void what_is_done_at_the_end_is_outside_the_unit_and_may_begin_another() {
    List<Ending> endings = new ArrayList<>();
    inTransaction(
        () ->
            unitOfWork()
                .whenEnded(
                    ending -> {
                      assertThatThrownBy(this::write).hasMessageContaining("outside");
                      inTransaction(
                          () -> {
                            unitOfWork().whenEnded(endings::add);
                            write();
                          });
                    }));
    assertThat(endings).containsExactly(Ending.COMMITTED);
    assertThat(written()).hasSize(1);
  }

  @Test
  void there_is_an_end_only_of_a_unit_of_work_that_may_write() {
    assertThatThrownBy(() -> unitOfWork().whenEnded(ending -> {}))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                unitOfWork()
                    .<Boolean>reading(
                        () -> {
                          unitOfWork().whenEnded(ending -> {});
                          return true;
                        }))
        .isInstanceOf(IllegalStateException.class);
  }

  private UnitOfWork unitOfWork() {
    return port(UnitOfWork.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write() {
    port(Timeline.class)
        .append(
            new TimelineEntry(
                new TimelineEntryId(newId()), lead, Optional.empty(), STAMP, new LeadActivated(1)));
  }

  private List<TimelineEntry> written() {
    return port(Timeline.class).of(lead, Optional.empty(), 10);
  }
}
