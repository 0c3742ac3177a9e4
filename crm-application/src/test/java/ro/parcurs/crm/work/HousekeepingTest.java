package ro.parcurs.crm.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.testkit.InMemoryModule;

class HousekeepingTest {

  private record Command(int number) {}

  private final Injector injector = Guice.createInjector(new CrmModule(), new InMemoryModule());
  private final Housekeeping housekeeping = injector.getInstance(Housekeeping.class);

  @Test
  void old_results_are_forgotten_batch_by_batch() throws InterruptedException {
    CommandResults results = injector.getInstance(CommandResults.class);
    int kept = Housekeeping.BATCH + 3;
    injector
        .getInstance(UnitOfWork.class)
        .<Boolean>inTransaction(
            () -> {
              Caller ana = Caller.of(new Actor(new UserId("ana"), "Ana", Set.of(Role.AGENT)));
              for (int i = 0; i < kept; i++) {
                IdempotencyKey key = new IdempotencyKey("key " + i);
                results.claim(ana, key, new Command(i));
                results.keep(key, new Command(i));
              }
              return true;
            });
    assertThat(housekeeping.forgetResults(Housekeeping.USUAL_AGE)).isZero();
    Thread.sleep(5);
    Duration age = Duration.ofMillis(1);
    assertThat(housekeeping.forgetResults(age)).isEqualTo(Housekeeping.BATCH);
    assertThat(housekeeping.forgetResults(age)).isEqualTo(3);
    assertThat(housekeeping.forgetResults(age)).isZero();
  }

  @Test
  void an_age_is_positive() {
    assertThatThrownBy(() -> housekeeping.forgetResults(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> housekeeping.forgetResults(Duration.ofDays(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
