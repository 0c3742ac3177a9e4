package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.CommandResults;
import ro.parcurs.crm.work.Retries;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;
import ro.parcurs.crm.work.Work;

/** Promise P3: pressing twice does it once. */
class IdempotencyRaceTest {

  record Write(LeadId lead) {}

  record Written(UUID entry) {}

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final Actor ANA = new Actor(new UserId("ana"), "Ana", Set.of(Role.AGENT));

  private final SettableClock clock = new SettableClock();
  private final Timeline timeline = DATABASE.port(Timeline.class);
  private final UnitOfWork unitOfWork = DATABASE.port(UnitOfWork.class);
  private final Work work =
      new Work(
          new CommandValidator(clock),
          unitOfWork,
          DATABASE.port(CommandResults.class),
          Retries.NONE);

  @Test
  void two_threads_with_the_same_key_do_it_once() throws Exception {
    proveOnce(2, Proof.tries(60, 1_000));
  }

  @Test
  void eight_threads_with_the_same_key_do_it_once() throws Exception {
    proveOnce(8, Proof.tries(30, 500));
  }

  @Test
  void control_looking_first_whether_it_was_done_does_it_twice() throws Exception {
    int races = 10;
    int doubled = 0;
    for (int i = 0; i < races; i++) {
      CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
      LeadId lead = new LeadId(UUID.randomUUID());
      Race.of(
          2,
          () ->
              unitOfWork.<Boolean>inTransaction(
                  () -> {
                    boolean toDo = timeline.of(lead, Optional.empty(), 1).isEmpty();
                    Race.meet(bothHaveLooked);
                    if (toDo) {
                      write(lead);
                    }
                    return toDo;
                  }));
      doubled += written(lead) > 1 ? 1 : 0;
    }
    System.out.printf("control | look, then act | %d of %d doubled%n", doubled, races);
    assertThat(doubled).isPositive();
  }

  private void proveOnce(int pressing, int races) throws Exception {
    long seed = Proof.seed();
    Random random = new Random(seed);
    Instant start = Instant.now();
    int doubled = 0;
    int different = 0;
    for (int i = 0; i < races; i++) {
      Write command = new Write(new LeadId(new UUID(random.nextLong(), random.nextLong())));
      Caller caller = Caller.of(ANA).once("race-" + random.nextLong());
      Set<Written> results =
          new HashSet<>(
              Race.of(
                  pressing,
                  () ->
                      work.inTransaction(
                          caller, command, () -> new Written(write(command.lead())))));
      doubled += written(command.lead()) == 1 ? 0 : 1;
      different += results.size() == 1 ? 0 : 1;
    }
    Proof.report(
        "P3 pressing twice does it once, " + pressing + " threads",
        seed,
        Duration.between(start, Instant.now()),
        "%d races, %d not done once, %d with different results"
            .formatted(races, doubled, different));
    assertThat(doubled).isZero();
    assertThat(different).isZero();
  }

  private UUID write(LeadId lead) {
    UUID id = UUID.randomUUID();
    timeline.append(
        new TimelineEntry(
            new TimelineEntryId(id),
            lead,
            Optional.empty(),
            Stamp.of(ANA, clock.instant()),
            new LeadActivated(1)));
    return id;
  }

  private int written(LeadId lead) {
    return timeline.of(lead, Optional.empty(), 10).size();
  }
}
