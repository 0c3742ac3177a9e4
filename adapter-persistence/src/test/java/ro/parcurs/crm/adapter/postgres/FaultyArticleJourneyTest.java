package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.util.Modules;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.ArticleJourney;
import ro.parcurs.crm.testkit.FaultInjection;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.Proof;

/**
 * Promise P6 on a real database: the whole article, told while every call of every port fails
 * before each command is carried out.
 */
class FaultyArticleJourneyTest extends ArticleJourney {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final boolean EVERY_KIND = Proof.tries(0, 1) == 1;
  private static final FaultInjection FAULTS = new FaultInjection(EVERY_KIND);
  private static final Instant START = Instant.now();

  FaultyArticleJourneyTest() {
    super(
        Modules.override(new InMemoryModule()).with(new FaultyDatabase(DATABASE, FAULTS).module()));
  }

  @AfterAll
  static void report() {
    Proof.report(
        "P6 all or nothing on PostgreSQL",
        0,
        Duration.between(START, Instant.now()),
        "the article in %d units of work, %d failures, nothing of them kept"
            .formatted(FAULTS.units(), FAULTS.faults()));
    assertThat(FAULTS.units()).isGreaterThan(20);
    assertThat(FAULTS.faults()).isGreaterThan(100);
  }
}
