package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.util.Modules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.usecase.AddSheet;
import ro.parcurs.crm.evaluation.usecase.EvaluationSheets;
import ro.parcurs.crm.evaluation.usecase.NoOpenEvaluation;
import ro.parcurs.crm.journey.usecase.CloseResponsibility;
import ro.parcurs.crm.journey.usecase.Way;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.pursuit.NotYet;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.ResponsibilityState;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.testkit.InMemoryUsers;
import ro.parcurs.crm.testkit.LeadFixture;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.PursuitFixture;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.TimeOrderedIds;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * A sheet is added at the very moment at which the meeting is closed: either the sheet is there and
 * in the way, or the meeting is closed and takes no sheet any more.
 */
class SheetRaceTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  /** What became of the two. */
  private record End(boolean closed, boolean unfinishedSheet) {

    boolean isWrong() {
      return closed && unfinishedSheet;
    }
  }

  private final SettableClock clock = new SettableClock();

  @Test
  void a_meeting_is_never_closed_over_a_sheet_that_is_just_being_added() throws Exception {
    long seed = Proof.seed();
    Random random = new Random(seed);
    Instant start = Instant.now();
    int races = Proof.tries(60, 600);
    int wrong = 0;
    int closed = 0;
    Injector injector = injector(DATABASE.port(Responsibilities.class));
    for (int i = 0; i < races; i++) {
      End end = race(injector, random);
      wrong += end.isWrong() ? 1 : 0;
      closed += end.closed() ? 1 : 0;
      assertThat(end.closed()).isNotEqualTo(end.unfinishedSheet());
    }
    Proof.report(
        "no meeting is closed over an unfinished sheet",
        seed,
        Duration.between(start, Instant.now()),
        "%d races, %d wrong, %d won by the closing".formatted(races, wrong, closed));
    assertThat(wrong).isZero();
  }

  @Test
  void control_without_locking_the_responsibility_a_meeting_is_closed_over_a_new_sheet()
      throws Exception {
    Random random = new Random(Proof.seed());
    Injector injector = injector(unlocked(DATABASE.port(Responsibilities.class)));
    int races = 0;
    int wrong = 0;
    while (wrong == 0 && races < 600) {
      races++;
      wrong += race(injector, random).isWrong() ? 1 : 0;
    }
    System.out.printf("control | closing without a lock | wrong after %d races%n", races);
    assertThat(wrong).isPositive();
  }

  private End race(Injector injector, Random random) throws Exception {
    LeadId lead = aLeadWithAHeldMeeting(injector);
    Crm crm = injector.getInstance(Crm.class);
    Responsibilities responsibilities = DATABASE.port(Responsibilities.class);
    Responsibility meeting = responsibilities.findOpen(lead).orElseThrow();
    long head = random.nextInt(4_000_000) - 2_000_000L;
    Race.of(
        List.of(
            racer(Math.max(0, head), () -> crm.journey().close(Caller.of(ANA), closing(meeting))),
            racer(
                Math.max(0, -head),
                () -> crm.sheets().add(Caller.of(ANA), new AddSheet.Command(lead)))));
    Optional<EvaluationSheet> sheet =
        DATABASE.port(EvaluationSheets.class).findByPursuit(meeting.pursuit());
    return new End(
        responsibilities.get(meeting.id()).state() == ResponsibilityState.CLOSED,
        sheet.isPresent());
  }

  private static Callable<Boolean> racer(long nanos, Runnable command) {
    return () -> {
      long begin = System.nanoTime() + nanos;
      while (System.nanoTime() < begin) {
        Thread.onSpinWait();
      }
      try {
        command.run();
        return true;
      } catch (NotYet | NoOpenEvaluation refusal) {
        return false;
      }
    };
  }

  private CloseResponsibility.Command closing(Responsibility meeting) {
    return new CloseResponsibility.Command(
        meeting.id(),
        meeting.version(),
        new Way.OpenNext(null, clock.instant().plusSeconds(3600), false));
  }

  private LeadId aLeadWithAHeldMeeting(Injector injector) {
    Lead lead = LeadFixture.aLead().activatedFor(ANA.id()).build();
    Pursuit pursuit = PursuitFixture.aPursuit(lead.id());
    injector
        .getInstance(UnitOfWork.class)
        .inTransaction(
            () -> {
              injector.getInstance(Leads.class).add(lead);
              injector.getInstance(Pursuits.class).add(pursuit);
              injector
                  .getInstance(Responsibilities.class)
                  .add(PursuitFixture.aBusy(Step.MEETING_EVALUATION, pursuit));
              return true;
            });
    return lead.id();
  }

  private Injector injector(Responsibilities responsibilities) {
    return Guice.createInjector(
        new CrmModule(clock, new TimeOrderedIds(), new DefaultAccessPolicy()),
        Modules.override(DATABASE.adapter().module())
            .with(binder -> binder.bind(Responsibilities.class).toInstance(responsibilities)),
        binder -> binder.bind(Users.class).toInstance(new InMemoryUsers()));
  }

  /** The same store, but nobody waits for anybody. */
  private static Responsibilities unlocked(Responsibilities real) {
    return new Responsibilities() {
      @Override
      public void add(Responsibility responsibility) {
        real.add(responsibility);
      }

      @Override
      public Responsibility get(ResponsibilityId id) {
        return real.get(id);
      }

      @Override
      public Optional<Responsibility> findOpen(LeadId lead) {
        return real.findOpen(lead);
      }

      @Override
      public Responsibility lock(ResponsibilityId id) {
        return real.get(id);
      }

      @Override
      public Optional<Responsibility> lockOpen(LeadId lead) {
        return real.findOpen(lead);
      }

      @Override
      public List<Responsibility> ofLead(LeadId lead) {
        return real.ofLead(lead);
      }

      @Override
      public void save(Responsibility responsibility) {
        real.save(responsibility);
      }
    };
  }
}
