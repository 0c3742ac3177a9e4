package ro.parcurs.example.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.util.Modules;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.adapter.registry.RegistryAdapter;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Anaf;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.lead.usecase.CompanyRegistry;
import ro.parcurs.crm.lead.usecase.LeadSources;
import ro.parcurs.crm.lead.usecase.Registration;
import ro.parcurs.crm.lead.usecase.RegistryAddress;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;
import ro.parcurs.crm.lead.usecase.RegistryEntry;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.timeline.LeadField;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.example.Visitor;
import ro.parcurs.example.web.WebServer;

/** Whatever comes of Preia, the form says what, keeps what was typed, and goes on. */
class LookUpPageTest {

  private final AtomicReference<CompanyRegistry> registry = new AtomicReference<>();
  private final WebServer server = serve();
  private final Visitor visitor =
      new Visitor("http://localhost:" + server.port()).as("dan.munteanu");

  @AfterEach
  void stop() {
    server.close();
  }

  private WebServer serve() {
    CompanyRegistry asked = cui -> registry.get().lookUp(cui);
    Injector injector =
        Guice.createInjector(
            Modules.override(new InMemoryModule(), new CrmModule())
                .with(
                    binder ->
                        OptionalBinder.newOptionalBinder(binder, CompanyRegistry.class)
                            .setBinding()
                            .toInstance(asked)));
    return WebServer.start(
        "localhost",
        0,
        injector.getInstance(Clock.class),
        injector.getInstance(Messages.class),
        injector.getInstance(CommandValidator.class),
        injector.getInstance(AccessPolicy.class),
        List.of(),
        List.of(
            new LeadFormPages(
                injector.getInstance(Crm.class).leads(), injector.getInstance(LeadSources.class))));
  }

  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of(new RegistryAnswer.NotFound(), "Registrul nu cunoaște nicio firmă"),
        Arguments.of(new RegistryAnswer.InvalidCode(), "Cifra de control"),
        Arguments.of(new RegistryAnswer.RateLimited(), "prea multe cereri"),
        Arguments.of(new RegistryAnswer.Blocked("4711"), "asistență al registrului: 4711"),
        Arguments.of(new RegistryAnswer.Unavailable(), "Registrul nu răspunde"),
        Arguments.of(new RegistryAnswer.UnexpectedAnswer(), "altceva decât se aștepta"),
        Arguments.of(new RegistryAnswer.NotConnected(), "nu este conectat"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void every_trouble_is_said_and_what_was_typed_stays(RegistryAnswer answer, String said) {
    registry.set(cui -> answer);
    HttpResponse<String> page = lookUp(Cuis.next());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("alert-warning", said)
        .contains("value=\"Scrisă de mână SRL\"", "action=\"/leads/add\"");
  }

  @Test
  void no_answer_of_the_registry_is_without_its_words() {
    Set<Object> shown =
        Stream.concat(
                troubles().map(trouble -> trouble.get()[0].getClass()),
                Stream.of(RegistryAnswer.Found.class))
            .collect(Collectors.toSet());
    assertThat(shown).isEqualTo(Set.of(RegistryAnswer.class.getPermittedSubclasses()));
  }

  @Test
  void what_is_to_be_known_of_a_company_that_was_found_is_said_above_the_form() {
    Cui cui = Cuis.next();
    registry.set(asked -> new RegistryAnswer.Found(company(cui, RegistryState.STRUCK_OFF)));
    assertThat(lookUp(cui).body())
        .contains("Datele au fost preluate", "alert-warning")
        .contains("Atenție, starea firmei în registru: Radiată 02.01.2020")
        .contains("lăsat deoparte: IBAN")
        .contains("Domiciliul fiscal este altul decât sediul: Str. Lungă, Turda, Cluj");

    registry.set(asked -> new RegistryAnswer.Found(company(cui, RegistryState.ACTIVE)));
    assertThat(lookUp(cui).body())
        .contains("Datele au fost preluate", "alert-success")
        .doesNotContain("Atenție, starea");
  }

  @Test
  void a_registry_that_says_nothing_keeps_nobody_longer_than_three_seconds() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        RegistryAdapter adapter =
            RegistryAdapter.anaf(
                Anaf.defaults("Exemplu ERP/4.2")
                    .at(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/tva")),
                Clock.systemUTC())) {
      registry.set(adapter.registry());
      for (int i = 0; i < 3; i++) {
        long begin = System.nanoTime();
        assertThat(lookUp(Cuis.next()).body()).contains("Registrul nu răspunde");
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
            .as("the page, with all that is around it")
            .isLessThan(Duration.ofMillis(3500));
      }
    }
  }

  private HttpResponse<String> lookUp(Cui cui) {
    visitor.get("/leads/add");
    return visitor.post(
        "/leads/add/look-up", Map.of("cui", cui.digits(), "name", "Scrisă de mână SRL"));
  }

  private static RegistryEntry company(Cui cui, RegistryState state) {
    RegistryEntry bare = RegistryEntry.of(cui, "DIN REGISTRU SRL", Clock.systemUTC().instant());
    return new RegistryEntry(
        bare.cui(),
        bare.name(),
        address("Dej"),
        address("Turda"),
        bare.tradeRegisterNumber(),
        bare.vat(),
        Optional.of(new RegistryStatus(state, Optional.of(LocalDate.of(2020, 1, 2)))),
        bare.caen(),
        bare.iban(),
        bare.phone(),
        Registration.UNKNOWN,
        Set.of(LeadField.IBAN),
        bare.answeredAt());
  }

  private static RegistryAddress address(String locality) {
    return new RegistryAddress(
        Optional.of(County.CJ), Optional.of(locality), Optional.of("Str. Lungă"), Optional.empty());
  }
}
