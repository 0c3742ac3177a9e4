package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.testkit.FaultInjection;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.CommandResults;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.OutcomeUnknown;
import ro.parcurs.crm.work.Retries;
import ro.parcurs.crm.work.StoreFailure;
import ro.parcurs.crm.work.TimeOrderedIds;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;
import ro.parcurs.crm.work.Work;

/** That the proof of promise P6 finds what it is there to find, and what follows a lost answer. */
class FaultInjectionTest {

  record Number(LeadId lead) {}

  record Numbered(DocumentNumber number) {}

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final Actor ANA = new Actor(new UserId("ana"), "Ana", Set.of(Role.AGENT));

  private final SettableClock clock = new SettableClock();
  private final FaultInjection faults = new FaultInjection(true);
  private final FaultyDatabase faulty = new FaultyDatabase(DATABASE, faults);
  private final LeadId lead = new LeadId(UUID.randomUUID());

  @Test
  void a_use_case_in_one_unit_of_work_is_all_or_nothing_whichever_call_fails() {
    Numbered numbered =
        work(faulty.port(UnitOfWork.class))
            .inTransaction(Caller.of(ANA).once("p6"), new Number(lead), this::numberAndTell);
    assertThat(numbered.number().ordinal()).isEqualTo(1);
    assertThat(faults.units()).isEqualTo(1);
    // claim, number, id, timeline, event log, keep: six calls, six ways
    assertThat(faults.faults()).isEqualTo(36);
    assertThat(written()).isEqualTo(1);
  }

  @Test
  void control_a_use_case_in_two_units_of_work_is_found() {
    UnitOfWork real = DATABASE.port(UnitOfWork.class);
    NumberSeries series = DATABASE.port(NumberSeries.class);
    assertThatThrownBy(
            () ->
                faulty
                    .port(UnitOfWork.class)
                    .<Numbered>inTransaction(
                        () -> {
                          inAnotherThread(
                              () -> real.inTransaction(() -> series.next(Series.CONTRACT, 2026)));
                          return numberAndTell();
                        }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("something was kept");
  }

  @Test
  void control_a_use_case_that_swallows_a_failure_is_found() {
    assertThatThrownBy(
            () ->
                faulty
                    .port(UnitOfWork.class)
                    .<Boolean>inTransaction(
                        () -> {
                          try {
                            numberAndTell();
                          } catch (StoreFailure ignored) {
                            return false;
                          }
                          return true;
                        }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("swallowed");
  }

  @Test
  void a_command_whose_answer_was_lost_is_given_again_with_its_key_and_was_done_once() {
    UnitOfWork real = DATABASE.port(UnitOfWork.class);
    UnitOfWork losesTheAnswer =
        new UnitOfWork() {
          @Override
          public <T> T inTransaction(java.util.function.Supplier<T> body) {
            real.inTransaction(body);
            throw new OutcomeUnknown("the line went dead", new IllegalStateException());
          }

          @Override
          public <T> T reading(java.util.function.Supplier<T> body) {
            return real.reading(body);
          }

          @Override
          public boolean isUnderWay() {
            return real.isUnderWay();
          }

          @Override
          public void whenEnded(java.util.function.Consumer<Ending> action) {
            real.whenEnded(action);
          }
        };
    Caller caller = Caller.of(ANA).once("lost");
    assertThatThrownBy(
            () -> work(losesTheAnswer).inTransaction(caller, new Number(lead), this::numberAndTell))
        .isInstanceOf(OutcomeUnknown.class);
    work(real).inTransaction(caller, new Number(lead), this::numberAndTell);
    assertThat(written()).isEqualTo(1);
  }

  private Work work(UnitOfWork unitOfWork) {
    return new Work(
        new CommandValidator(clock), unitOfWork, faulty.port(CommandResults.class), Retries.NONE);
  }

  private Numbered numberAndTell() {
    Ids ids = faults.around(Ids.class, new TimeOrderedIds());
    Journal journal =
        new Journal(
            faulty.port(Timeline.class),
            faulty.port(EventLog.class),
            faulty.port(UnitOfWork.class),
            Set.of(),
            ids,
            clock);
    DocumentNumber number = faulty.port(NumberSeries.class).next(Series.OFFER, 2026);
    journal.write(Stamp.of(ANA, clock.instant()), lead, new LeadActivated(number.ordinal()));
    return new Numbered(number);
  }

  private int written() {
    return DATABASE.port(Timeline.class).of(lead, Optional.empty(), 10).size();
  }

  private static void inAnotherThread(Runnable body) {
    Thread thread = new Thread(body);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
