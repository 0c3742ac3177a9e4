package ro.parcurs.crm.adapter.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.multibindings.OptionalBinder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Anaf;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Breaker;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Keeping;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Pace;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Patience;
import ro.parcurs.crm.lead.usecase.CompanyRegistry;

class RegistryAdapterTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void the_defaults_are_what_the_service_asks_for() {
    Anaf defaults = Anaf.defaults("Exemplu ERP/4.2");
    assertThat(defaults.service())
        .isEqualTo(URI.create("https://webservicesp.anaf.ro/api/PlatitorTvaRest/v9/tva"));
    assertThat(defaults.pace())
        .isEqualTo(new Pace(Duration.ofMillis(1100), 100, 2, Duration.ofSeconds(30)));
    assertThat(defaults.patience().connecting()).isEqualTo(Duration.ofSeconds(5));
    assertThat(defaults.patience().call()).isEqualTo(Duration.ofSeconds(10));
    assertThat(defaults.patience().asking()).isLessThan(Duration.ofSeconds(3));
    assertThat(defaults.keeping())
        .isEqualTo(new Keeping(Duration.ofHours(24), Duration.ofMinutes(10), 10_000));
  }

  @Test
  void values_at_their_limits_are_taken_and_beyond_refused() {
    List<Supplier<Object>> taken =
        List.of(
            () -> new Pace(Duration.ofMillis(1), 1, 0, Duration.ZERO),
            () -> new Pace(SECOND, 100, 2, SECOND),
            () -> new Patience(SECOND, SECOND, Duration.ofSeconds(3), 1),
            () -> new Keeping(Duration.ZERO, Duration.ZERO, 0),
            () -> new Keeping(Duration.ofHours(24), Duration.ofHours(1), 1),
            () -> new Breaker(1, 1, Duration.ofNanos(1)),
            () -> new Breaker(1, 100, SECOND),
            () -> Anaf.defaults("x"),
            () -> Anaf.defaults("x").at(URI.create("http://localhost:1/")));
    taken.forEach(value -> assertThatCode(value::get).doesNotThrowAnyException());

    List<Supplier<Object>> refused =
        List.of(
            () -> new Pace(Duration.ZERO, 100, 2, SECOND),
            () -> new Pace(SECOND, 0, 2, SECOND),
            () -> new Pace(SECOND, 101, 2, SECOND),
            () -> new Pace(SECOND, 100, -1, SECOND),
            () -> new Pace(SECOND, 100, 3, SECOND),
            () -> new Pace(SECOND, 100, 2, Duration.ofNanos(-1)),
            () -> new Patience(Duration.ZERO, SECOND, SECOND, 1),
            () -> new Patience(SECOND, Duration.ZERO, SECOND, 1),
            () -> new Patience(SECOND, SECOND, Duration.ZERO, 1),
            () -> new Patience(SECOND, SECOND, Duration.ofMillis(3001), 1),
            () -> new Patience(SECOND, SECOND, SECOND, 0),
            () -> new Keeping(Duration.ofNanos(-1), Duration.ZERO, 0),
            () -> new Keeping(Duration.ofHours(25), Duration.ZERO, 0),
            () -> new Keeping(SECOND, Duration.ofMinutes(61), 0),
            () -> new Keeping(SECOND, SECOND, -1),
            () -> new Breaker(0, 50, SECOND),
            () -> new Breaker(1, 0, SECOND),
            () -> new Breaker(1, 101, SECOND),
            () -> new Breaker(1, 50, Duration.ZERO),
            () -> Anaf.defaults(""),
            () -> Anaf.defaults(" x"),
            () -> Anaf.defaults("x\r\nX-Evil: 1"),
            () -> Anaf.defaults("ș"),
            () -> Anaf.defaults("x".repeat(201)),
            () -> Anaf.defaults("x").at(URI.create("ftp://localhost/")),
            () -> Anaf.defaults("x").at(URI.create("/tva")));
    refused.forEach(
        value -> assertThatThrownBy(value::get).isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void its_module_connects_the_crm() {
    try (RegistryAdapter adapter =
        RegistryAdapter.anaf(Anaf.defaults("Exemplu ERP/4.2"), Clock.systemUTC())) {
      CompanyRegistry bound =
          Guice.createInjector(
                  adapter.module(),
                  binder ->
                      OptionalBinder.newOptionalBinder(binder, CompanyRegistry.class)
                          .setDefault()
                          .toInstance(CompanyRegistry.NONE))
              .getInstance(CompanyRegistry.class);
      assertThat(bound).isSameAs(adapter.registry());
    }
  }
}
