package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.usecase.CompanyRegistry;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;
import ro.parcurs.crm.lead.usecase.RegistryEntry;

/**
 * What every {@link CompanyRegistry} does that is connected to a registry. What stands on the other
 * side is the adapter's own: in memory, a scripted server, the registry itself.
 */
public abstract class CompanyRegistryContract extends PortContract {

  protected CompanyRegistryContract(Ports ports) {
    super(ports);
  }

  /** A company that the registry knows, with everything that an entry can say. */
  protected abstract RegistryEntry known();

  /** Another one, of which only the required is known. */
  protected abstract RegistryEntry knownBarely();

  /** A code with a right check digit that no company has. */
  protected abstract Cui unknown();

  /** Makes the other side fail from now on, in the next of the ways in which it does. */
  protected abstract void fail();

  /** In how many ways the other side fails. */
  protected abstract int waysToFail();

  @Test
  void a_company_that_is_known_is_found_whole_under_the_very_code_that_was_asked() {
    for (RegistryEntry company : new RegistryEntry[] {known(), knownBarely(), known()}) {
      assertThat(registry().lookUp(company.cui())).isEqualTo(new RegistryAnswer.Found(company));
    }
  }

  @Test
  void a_company_that_is_not_known_is_not_found() {
    assertThat(registry().lookUp(unknown())).isEqualTo(new RegistryAnswer.NotFound());
  }

  @Test
  void a_code_whose_check_digit_fails_is_answered_too() {
    String body = unknown().digits().substring(0, unknown().digits().length() - 1);
    for (int digit = 0; digit <= 9; digit++) {
      Cui code = Cui.unchecked(body + digit);
      assertThat(registry().lookUp(code))
          .isInstanceOfAny(RegistryAnswer.NotFound.class, RegistryAnswer.InvalidCode.class);
    }
  }

  @Test
  void whatever_goes_wrong_is_an_answer_and_never_that_there_is_no_such_company() {
    assertThat(waysToFail()).isPositive();
    for (int way = 0; way < waysToFail(); way++) {
      fail();
      for (Cui code : new Cui[] {known().cui(), unknown()}) {
        assertThat(registry().lookUp(code))
            .isNotInstanceOfAny(
                RegistryAnswer.Found.class,
                RegistryAnswer.NotFound.class,
                RegistryAnswer.NotConnected.class);
      }
    }
  }

  @Test
  void what_is_asked_anew_is_answered_alike() {
    assertThat(registry().lookUpAnew(known().cui())).isEqualTo(new RegistryAnswer.Found(known()));
    assertThat(registry().lookUpAnew(unknown())).isEqualTo(new RegistryAnswer.NotFound());
  }

  @Test
  void of_many_each_gets_its_own_answer() {
    assertThat(registry().lookUpAll(Set.of(known().cui(), unknown(), knownBarely().cui())))
        .isEqualTo(
            Map.of(
                known().cui(), new RegistryAnswer.Found(known()),
                knownBarely().cui(), new RegistryAnswer.Found(knownBarely()),
                unknown(), new RegistryAnswer.NotFound()));
    assertThat(registry().lookUpAll(Set.of())).isEmpty();
  }

  @Test
  void what_was_found_is_recalled_and_nothing_else() {
    registry().lookUp(known().cui());
    registry().lookUp(unknown());
    assertThat(registry().recall(known().cui())).contains(known());
    assertThat(registry().recall(unknown())).isEmpty();
  }

  @Test
  void trouble_is_told_of_each_of_many_and_is_not_recalled() {
    for (int way = 0; way < waysToFail(); way++) {
      fail();
      Set<Cui> codes = Set.of(known().cui(), unknown());
      assertThat(registry().lookUpAll(codes))
          .hasSize(2)
          .allSatisfy(
              (code, answer) ->
                  assertThat(answer)
                      .isNotInstanceOfAny(
                          RegistryAnswer.Found.class, RegistryAnswer.NotFound.class));
      assertThat(codes).allMatch(code -> registry().recall(code).isEmpty());
    }
  }

  @Test
  void an_answer_comes_within_three_seconds_whatever_happens() {
    for (int way = 0; way < waysToFail(); way++) {
      fail();
      long begin = System.nanoTime();
      registry().lookUp(known().cui());
      registry().lookUpAnew(unknown());
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .as("for two")
          .isLessThan(Duration.ofSeconds(6).plusMillis(500));
    }
  }

  private CompanyRegistry registry() {
    return port(CompanyRegistry.class);
  }
}
