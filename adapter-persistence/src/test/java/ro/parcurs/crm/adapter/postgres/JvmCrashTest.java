package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.ChildJvm;
import ro.parcurs.crm.testkit.Proof;

/**
 * Promises P1 and P13, the half about the application: an import and the generation of offers are
 * killed at any moment, begun again, and end complete, without anything half done or twice. The
 * other half is {@link CrashTest}.
 */
@Timeout(value = 30, unit = java.util.concurrent.TimeUnit.MINUTES)
class JvmCrashTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();
  @RegisterExtension static final FreshDatabase CARELESS = new FreshDatabase();

  private static final int AHEAD = 1_000;

  private final Set<Integer> batches = new TreeSet<>();
  private final Set<Integer> offers = new TreeSet<>();
  private int killedInABatch;
  private int killedInAnOffer;

  @Test
  void a_killed_import_leaves_nothing_half_done_and_goes_on_where_it_was() {
    long seed = Proof.seed();
    Random random = new Random(seed);
    int kills = Proof.tries(3, 100);
    Instant start = Instant.now();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < kills; i++) {
      killed(DATABASE, true, Duration.ofMillis(random.nextInt(1_500)));
      wrong.addAll(whatIsWrong());
    }
    int last = nextBatch() + 1;
    try (ChildJvm importing = importing(DATABASE, 0, last, true)) {
      assertThat(importing.end()).as(() -> importing.lines().toString()).isZero();
      remember(importing);
    }
    wrong.addAll(whatIsWrong());
    Proof.report(
        "P1 and P13 a killed import goes on where it was",
        seed,
        Duration.between(start, Instant.now()),
        "%d kills, %d of them in a batch and %d in what leads to an offer; %d batches of %d leads, %d offers, %d wrong"
            .formatted(
                kills,
                killedInABatch,
                killedInAnOffer,
                batches.size(),
                Import.ROWS,
                offers.size(),
                wrong.size()));
    assertThat(wrong).isEmpty();
    assertThat(batches).hasSize(last + 1);
    assertThat(offers).hasSize(last + 1);
    assertThat(DATABASE.query("select count(*) from lead"))
        .isEqualTo(String.valueOf((last + 1) * (Import.ROWS + 1)));
    assertThat(DATABASE.query("select count(*) from offer")).isEqualTo(String.valueOf(last + 1));
  }

  @Test
  void control_an_import_row_by_row_without_keys_leaves_half_batches_and_does_rows_again() {
    Random random = new Random(Proof.seed());
    int half = 0;
    int kills = 0;
    while (half == 0 && kills < 20) {
      killed(CARELESS, false, Duration.ofMillis(20 + random.nextInt(200)));
      kills++;
      half = number(CARELESS, "select count(*) from (" + HALF + ") as half");
    }
    long twice;
    try (ChildJvm again = importing(CARELESS, 0, nextBatch(), false)) {
      again.end();
      twice = again.lines().stream().filter(line -> line.startsWith("twice ")).count();
    }
    System.out.printf(
        "control | an import row by row | after %d kills %d half batches, %d rows tried twice%n",
        kills, half, twice);
    assertThat(half).isPositive();
    assertThat(twice).isPositive();
  }

  /** Begins an import where the last one was, and kills it so long after its beginning. */
  private void killed(FreshDatabase database, boolean careful, Duration after) {
    int next = nextBatch();
    // One batch is done again, so that what was done is found to be done.
    try (ChildJvm importing = importing(database, Math.max(0, next - 1), next + AHEAD, careful)) {
      DurableServer.await(
          "the import begins",
          () -> importing.lines().contains(Import.BEGUN) || !importing.isAlive());
      DurableServer.pause(after);
      assertThat(importing.isAlive()).as(() -> importing.lines().toString()).isTrue();
      importing.kill();
      remember(importing);
      List<String> said = importing.lines();
      if (said.get(said.size() - 1).startsWith(Import.BATCH)) {
        killedInAnOffer++;
      } else {
        killedInABatch++;
      }
    }
    DurableServer.await(
        "the server has noticed",
        () ->
            number(
                    database,
                    "select count(*) from pg_stat_activity"
                        + " where datname = current_database() and application_name = 'crm'")
                == 0);
  }

  private static ChildJvm importing(FreshDatabase database, int first, int last, boolean careful) {
    return ChildJvm.running(
        Import.class,
        "jdbc:postgresql://localhost:%d/%s".formatted(PostgresServer.port(), database.name()),
        first,
        last,
        careful);
  }

  private void remember(ChildJvm importing) {
    for (String line : importing.lines()) {
      if (line.startsWith(Import.BATCH)) {
        batches.add(Integer.valueOf(line.substring(Import.BATCH.length())));
      } else if (line.startsWith(Import.OFFER)) {
        offers.add(Integer.valueOf(line.substring(Import.OFFER.length())));
      }
    }
  }

  private int nextBatch() {
    return batches.size();
  }

  private List<String> whatIsWrong() {
    List<String> wrong = new ArrayList<>();
    require(wrong, "half batches", HALF);
    require(
        wrong, "leads without their one entry and event", withoutEntry("lead", "LeadAdded", "id"));
    require(
        wrong,
        "offers without their one entry and event",
        withoutEntry("offer", "OfferGenerated", "lead"));
    require(wrong, "offers without content", "select 1 from offer where content::text = '{}'");
    require(
        wrong,
        "numbers of offers with holes",
        "select 1 from offer having count(*) <> max(substring(number from 9)::int)");
    require(
        wrong, "commands begun and not done", "select 1 from command_result where result is null");
    int stored = number(DATABASE, "select count(*) from (" + SIZES + ") as batch");
    if (batches.size() > stored) {
      wrong.add("batches acknowledged %s, stored %d".formatted(batches, stored));
    }
    if (offers.size() > number(DATABASE, "select count(*) from offer")) {
      wrong.add("offers acknowledged that are not there: " + offers);
    }
    return wrong;
  }

  private static void require(List<String> wrong, String what, String rows) {
    int found = number(DATABASE, "select count(*) from (" + rows + ") as found");
    if (found > 0) {
      wrong.add(found + " " + what);
    }
  }

  private static String withoutEntry(String table, String event, String lead) {
    return "select 1 from %1$s t where 1 <> (select count(*) from timeline where lead = t.%3$s and type = '%2$s') or 1 <> (select count(*) from event_log where lead = t.%3$s and type = '%2$s')"
        .formatted(table, event, lead);
  }

  private static int number(FreshDatabase database, String sql) {
    return Integer.parseInt(database.query(sql));
  }

  /** How many leads of each batch there are. */
  private static final String SIZES =
      "select number / %2$d as batch, count(*) as size from (select left(cui, -1)::int - %1$d as number from lead) as imported where number %% %2$d < %3$d group by 1"
          .formatted(Import.FIRST, Import.ROWS + 1, Import.ROWS);

  private static final String HALF =
      "select size from (" + SIZES + ") as batch where size <> " + Import.ROWS;
}
