package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.adapter.postgres.Wire.Cut;
import ro.parcurs.crm.adapter.postgres.Wire.Point;
import ro.parcurs.crm.catalogue.usecase.ItemRef;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.evaluation.usecase.SheetRef;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.FaultInjection;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.OutcomeUnknown;
import ro.parcurs.crm.work.StoreFailure;
import ro.parcurs.crm.work.StoreUnavailable;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * A use case loses its connection at every statement in turn: before it, in the middle of it, and
 * after the server has carried it out. The caller is told the truth, nothing is half done, and the
 * pool recovers by itself.
 */
class CutConnectionTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final int MOST_STATEMENTS = 500;
  private static final Wire WIRE = Wire.to(PostgresServer.port());
  private static final Cui BEFORE = Cuis.next();
  private static final Cui AFTER = Cuis.next();
  private static final Cui DEAD = Cuis.next();
  private static final SettableClock CLOCK = new SettableClock();
  private static PostgresAdapter behindTheWire;

  private final Sales sales = new Sales(behindTheWire.module(), CLOCK);
  private final Sales prepared = new Sales(DATABASE.adapter().module(), CLOCK);
  private final FaultyDatabase stored = new FaultyDatabase(DATABASE, new FaultInjection(false));

  @BeforeAll
  static void open() {
    behindTheWire =
        PostgresAdapter.open(
            Configuration.of(WIRE.url(DATABASE.name()), "postgres", "").withPoolSize(3));
  }

  @AfterAll
  static void close() {
    behindTheWire.close();
    WIRE.close();
  }

  @Test
  void a_lead_is_added_wholly_or_not_at_all_wherever_the_connection_is_cut() {
    sweep(
        "a lead is added",
        "select count(*) from lead",
        n -> {
          Cui cui = Cuis.next();
          return () -> sales.lead("lead-" + n, cui);
        });
  }

  @Test
  void an_offer_is_generated_wholly_or_not_at_all_wherever_the_connection_is_cut() {
    ItemRef item = prepared.item("cut", "CUT");
    sweep(
        "an offer is generated",
        "select count(*) from offer",
        n -> {
          SheetRef sheet = prepared.readyForAnOffer("offer-" + n, Cuis.next(), item);
          return () -> sales.offer("offer-" + n, sheet);
        });
    assertThat(
            DATABASE.query(
                "select count(*) = max(substring(number from 9)::int) from offer where revision = 1"))
        .as("numbers without holes")
        .isEqualTo("t");
  }

  @Test
  void a_batch_of_leads_is_imported_wholly_or_not_at_all_wherever_the_connection_is_cut() {
    sweep(
        "a batch of leads",
        "select count(*) / %d from lead".formatted(Import.ROWS),
        n -> {
          List<Cui> batch = Stream.generate(Cuis::next).limit(Import.ROWS).toList();
          return () -> sales.leads("batch-" + n, batch);
        });
  }

  @Test
  void control_work_without_a_key_that_is_blindly_done_again_is_done_twice() {
    UnitOfWork units = behindTheWire.port(UnitOfWork.class);
    NumberSeries numbers = behindTheWire.port(NumberSeries.class);
    Runnable takeANumber = () -> units.inTransaction(() -> numbers.next(Series.CONTRACT, 2001));
    int asked = 0;
    boolean passed = false;
    for (int n = 1; !passed; n++) {
      WIRE.cutAtStatement(n, Point.BEFORE_THE_ANSWER);
      Optional<StoreFailure> failure = ends(takeANumber);
      passed = WIRE.cut().isEmpty();
      asked++;
      failure.ifPresent(again -> takeANumber.run());
    }
    int taken = units.inTransaction(() -> numbers.next(Series.CONTRACT, 2001)).ordinal() - 1;
    System.out.printf("control | blindly done again | %d asked for, %d taken%n", asked, taken);
    assertThat(taken).isGreaterThan(asked);
  }

  @Test
  void a_pool_whose_connections_were_all_cut_recovers_by_itself() {
    Instant start = Instant.now();
    sales.lead("before", BEFORE);
    WIRE.cutAll();
    int refused = 0;
    for (int i = 0; i < 10; i++) {
      refused += ends(() -> sales.lead("after", AFTER)).isPresent() ? 1 : 0;
    }
    Proof.report(
        "a pool whose connections were cut recovers",
        0,
        Duration.between(start, Instant.now()),
        "%d of 10 commands refused".formatted(refused));
    assertThat(refused).isLessThanOrEqualTo(3);
    assertThat(ends(() -> sales.lead("after", AFTER))).isEmpty();
  }

  @Test
  void while_nobody_answers_commands_are_refused_in_time_and_afterwards_all_is_well() {
    WIRE.die();
    Instant asked = Instant.now();
    assertThat(ends(() -> sales.lead("dead", DEAD))).containsInstanceOf(StoreUnavailable.class);
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(3));
    WIRE.revive();
    Instant revived = Instant.now();
    DurableServer.await("it works again", () -> ends(() -> sales.lead("dead", DEAD)).isEmpty());
    assertThat(Duration.between(revived, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  /**
   * @param count counts how often the command was done
   * @param commands gives a command, with a key, that was not given before
   */
  private void sweep(String what, String count, IntFunction<Runnable> commands) {
    Instant start = Instant.now();
    List<String> wrong = new ArrayList<>();
    Map<Point, Integer> cuts = new EnumMap<>(Point.class);
    int unknown = 0;
    int number = 0;
    for (Point point : Point.values()) {
      boolean passed = false;
      for (int n = 1; n < MOST_STATEMENTS && !passed; n++) {
        Runnable command = commands.apply(++number);
        String before = stored.everythingStored();
        int doneBefore = Integer.parseInt(DATABASE.query(count));
        WIRE.cutAtStatement(n, point);
        Optional<StoreFailure> failure = ends(command);
        Optional<Cut> cut = WIRE.cut();
        passed = cut.isEmpty();
        if (!passed) {
          cuts.merge(point, 1, Integer::sum);
          unknown += failure.filter(OutcomeUnknown.class::isInstance).isPresent() ? 1 : 0;
          boolean kept = !before.equals(stored.everythingStored());
          if (!isTrue(cut.get(), failure, kept)) {
            wrong.add("%s %s: %s, kept %s".formatted(point, cut.get(), failure, kept));
          }
        }
        ends(command).ifPresent(again -> wrong.add("%s %s: again %s".formatted(point, cut, again)));
        int done = Integer.parseInt(DATABASE.query(count)) - doneBefore;
        if (done != 1) {
          wrong.add("%s %s: done %d times".formatted(point, cut, done));
        }
      }
      assertThat(passed).as("the command has an end").isTrue();
    }
    Proof.report(
        "wherever the connection is cut: " + what,
        0,
        Duration.between(start, Instant.now()),
        "%s cuts, %d of unknown outcome, %d wrong".formatted(cuts, unknown, wrong.size()));
    assertThat(wrong).isEmpty();
    // One for each point, but for what the pool asks besides when it was idle for half a second.
    assertThat(unknown).as("commits that were cut").isPositive();
  }

  private static boolean isTrue(Cut cut, Optional<StoreFailure> failure, boolean kept) {
    if (failure.isEmpty()) {
      return kept; // what was cut was not of the work: the pool was looking whether one is alive
    }
    return cut.isCommit()
        ? failure.get() instanceof OutcomeUnknown && kept == cut.isKept()
        : failure.get() instanceof StoreUnavailable && !kept;
  }

  private static Optional<StoreFailure> ends(Runnable command) {
    try {
      command.run();
      return Optional.empty();
    } catch (StoreFailure failure) {
      return Optional.of(failure);
    }
  }
}
