package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.journey.usecase.CloseResponsibility;
import ro.parcurs.crm.journey.usecase.Way;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.pursuit.Ending;
import ro.parcurs.crm.pursuit.Outcome;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.ReassignResponsibility;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryUsers;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.PursuitChanged.ResponsibilityClosed;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.TimeOrderedIds;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Promise P5: exactly one person activates a lead, exactly one closes a responsibility; the loser
 * learns who and when.
 */
class PursuitRaceTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final List<Actor> RACERS = List.of(ANA, ION);

  private final SettableClock clock = new SettableClock();
  private final Injector injector =
      Guice.createInjector(
          new CrmModule(clock, new TimeOrderedIds(), new DefaultAccessPolicy()),
          DATABASE.adapter().module(),
          binder -> binder.bind(Users.class).toInstance(new InMemoryUsers()));
  private final Crm crm = injector.getInstance(Crm.class);

  private final UnitOfWork unitOfWork = injector.getInstance(UnitOfWork.class);
  private final Timeline timeline = injector.getInstance(Timeline.class);
  private final Responsibilities responsibilities = injector.getInstance(Responsibilities.class);
  private final Journal journal = injector.getInstance(Journal.class);

  @Test
  void of_two_who_activate_a_lead_one_wins_and_the_other_learns_who_and_when() throws Exception {
    long seed = Proof.seed();
    Random random = new Random(seed);
    Instant start = Instant.now();
    int races = Proof.tries(60, 600);
    int notOnce = 0;
    int wonBySecond = 0;
    for (int i = 0; i < races; i++) {
      clock.advance(Duration.ofMillis(1 + random.nextInt(1000)));
      LeadRef lead = aLead();
      List<String> ends =
          Race.of(
              RACERS, actor -> crm.pursuits().activate(Caller.of(actor), activation(lead, actor)));
      wonBySecond += ends.get(1).equals("won") ? 1 : 0;
      notOnce += isOnce(lead.id(), ends) ? 0 : 1;
    }
    Proof.report(
        "P5 one of two activates a lead",
        seed,
        Duration.between(start, Instant.now()),
        "%d races, %d not decided once, %d won by the second thread"
            .formatted(races, notOnce, wonBySecond));
    assertThat(notOnce).isZero();
  }

  @Test
  void of_two_who_close_a_responsibility_one_wins_and_the_other_learns_who_and_when()
      throws Exception {
    long seed = Proof.seed();
    Random random = new Random(seed);
    Instant start = Instant.now();
    int races = Proof.tries(60, 600);
    int notOnce = 0;
    int wonBySecond = 0;
    List<Way> ways =
        List.of(
            new Way.Refused("PRICE", null), new Way.Postponed(LocalDate.now(clock).plusDays(30)));
    for (int i = 0; i < races; i++) {
      clock.advance(Duration.ofMillis(1 + random.nextInt(1000)));
      LeadRef lead = aLead();
      ResponsibilityId open =
          crm.pursuits().activate(Caller.of(ANA), activation(lead, ANA)).responsibility();
      crm.pursuits()
          .reassign(
              Caller.of(ANA), new ReassignResponsibility.Command(open, version(open), ION.id()));
      Version seen = version(open);
      Way first = ways.get(random.nextInt(2));
      Way second = ways.get(random.nextInt(2));
      clock.advance(Duration.ofMillis(1));
      List<String> ends =
          Race.of(
              RACERS,
              actor ->
                  crm.journey()
                      .close(
                          Caller.of(actor),
                          new CloseResponsibility.Command(
                              open, seen, actor == ANA ? first : second)));
      wonBySecond += ends.get(1).equals("won") ? 1 : 0;
      notOnce += isClosedOnce(open, lead.id(), ends) ? 0 : 1;
    }
    Proof.report(
        "P5 one of two closes a responsibility",
        seed,
        Duration.between(start, Instant.now()),
        "%d races, %d not decided once, %d won by the second thread"
            .formatted(races, notOnce, wonBySecond));
    assertThat(notOnce).isZero();
  }

  /** Exactly one won, the other was told of that one, and what follows is there once. */
  private boolean isClosedOnce(ResponsibilityId open, LeadId lead, List<String> ends) {
    if (ends.stream().filter("won"::equals).count() != 1) {
      return false;
    }
    int winner = ends.indexOf("won");
    Actor first = RACERS.get(winner);
    Responsibility closed = responsibilities.get(open);
    boolean refused =
        closed.ending().orElseThrow() instanceof Ending.Closed ending
            && ending.closure().outcome() == Outcome.REFUSED;
    long closings =
        timeline.of(lead, Optional.empty(), 50).stream()
            .filter(entry -> entry.event() instanceof ResponsibilityClosed)
            .count();
    return ends.get(1 - winner).equals(Race.lostTo(first.name(), clock.instant()))
        && closed.changed().by().equals(first.id())
        && closings == 1
        && responsibilities.ofLead(lead).size() == (refused ? 1 : 2)
        && responsibilities.findOpen(lead).isPresent() != refused;
  }

  @Test
  void control_looking_first_whether_the_lead_is_inactive_activates_it_twice() throws Exception {
    int races = 0;
    int doubled = 0;
    while (doubled < 5 && races < 600) {
      races++;
      LeadRef lead = aLead();
      List<String> ends =
          Race.of(
              RACERS,
              actor ->
                  unitOfWork.<Boolean>inTransaction(
                      () -> {
                        boolean toDo = activations(lead.id()) == 0;
                        if (toDo) {
                          journal.write(journal.stamp(actor), lead.id(), new LeadActivated(1));
                        }
                        return toDo;
                      }));
      assertThat(ends).containsOnly("won");
      doubled += activations(lead.id()) > 1 ? 1 : 0;
    }
    System.out.printf("control | look, then activate | %d of %d doubled%n", doubled, races);
    assertThat(doubled).isPositive();
  }

  @Test
  void control_without_looking_at_the_version_both_close_it() throws Exception {
    int races = 20;
    int wonByBoth = 0;
    for (int i = 0; i < races; i++) {
      ResponsibilityId open =
          crm.pursuits().activate(Caller.of(ANA), activation(aLead(), ANA)).responsibility();
      List<String> ends =
          Race.of(
              RACERS,
              actor -> {
                DATABASE.execute(
                    "update responsibility set state = 'CLOSED', outcome = 'POSTPONED',"
                        + " closure = '{}', version = version + 1, ended_at = now(),"
                        + " ended_by = '%s', ended_by_name = '%s' where id = '%s'"
                            .formatted(actor.id(), actor.name(), open));
              });
      wonByBoth += ends.equals(List.of("won", "won")) ? 1 : 0;
    }
    System.out.printf("control | close, whatever the version | %d of %d%n", wonByBoth, races);
    assertThat(wonByBoth).isPositive();
  }

  /** Exactly one won, the other was told of that one, and everything is there once. */
  private boolean isOnce(LeadId lead, List<String> ends) {
    int winner = ends.indexOf("won");
    long won = ends.stream().filter("won"::equals).count();
    if (won != 1) {
      return false;
    }
    Actor first = RACERS.get(winner);
    String told = Race.lostTo(first.name(), clock.instant());
    return ends.get(1 - winner).equals(told)
        && activations(lead) == 1
        && injector.getInstance(Pursuits.class).ofLead(lead).size() == 1
        && injector.getInstance(Responsibilities.class).ofLead(lead).size() == 1
        && crm.leads()
            .show(MARIA, new ShowLead.Query(lead))
            .owner()
            .filter(first.id()::equals)
            .isPresent();
  }

  private long activations(LeadId lead) {
    return timeline.of(lead, Optional.empty(), 50).stream()
        .filter(entry -> entry.event() instanceof LeadActivated)
        .count();
  }

  private ActivateLead.Command activation(LeadRef lead, Actor owner) {
    return new ActivateLead.Command(
        lead.id(), lead.version(), owner.id(), clock.instant().plusSeconds(60), null, null);
  }

  private Version version(ResponsibilityId id) {
    return responsibilities.get(id).version();
  }

  private LeadRef aLead() {
    return crm.leads()
        .add(
            Caller.of(ION),
            new AddLead.Command(
                Cuis.next().digits(),
                false,
                CompanyData.of("Exemplu SRL", new AddressData(County.CJ, "Dej", null, null)),
                NotesData.NONE,
                null));
  }
}
