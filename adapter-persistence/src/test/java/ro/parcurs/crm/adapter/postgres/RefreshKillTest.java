package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.util.Modules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.CompanyRegistry;
import ro.parcurs.crm.lead.usecase.ContinueRefresh;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.lead.usecase.RefreshState;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;
import ro.parcurs.crm.lead.usecase.RegistryEntry;
import ro.parcurs.crm.lead.usecase.RegistryRefresh;
import ro.parcurs.crm.lead.usecase.StartRefresh;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.testkit.ChildJvm;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.TimeOrderedIds;

/** A refresh whose process is killed goes on where it was, in another process. */
class RefreshKillTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final int LEADS = ContinueRefresh.BATCH * 3 + 30;

  /** So much later somebody else may go on. */
  private static final Duration LEASE = Duration.ofMinutes(3);

  private final Crm crm =
      crm(DATABASE.adapter().module(), Clock.systemUTC(), cui -> new RegistryAnswer.Unavailable());

  /** The program that goes on with a refresh; every company has become inactive. */
  static final class Refreshing {

    static final String ASKED = "asked";

    private Refreshing() {}

    /**
     * @param arguments the address of the database, and by how many minutes the clock is ahead
     */
    public static void main(String[] arguments) {
      Clock clock =
          Clock.offset(Clock.systemUTC(), Duration.ofMinutes(Long.parseLong(arguments[1])));
      CompanyRegistry registry =
          cui -> {
            pause(Duration.ofMillis(3));
            System.out.println(ASKED);
            return new RegistryAnswer.Found(inactive(cui, clock.instant()));
          };
      try (PostgresAdapter adapter =
          PostgresAdapter.open(Configuration.of(arguments[0], "postgres", "").withPoolSize(2))) {
        Crm crm = crm(adapter.module(), clock, registry);
        while (crm.leads().registry().continueRefresh() != ContinueRefresh.Result.NOTHING) {
          pause(Duration.ofMillis(1));
        }
      }
    }
  }

  @Test
  void a_refresh_that_is_killed_goes_on_where_it_was_and_tells_of_each_company_once() {
    for (int i = 0; i < LEADS; i++) {
      activated();
    }
    crm.leads().registry().startRefresh(Caller.of(MARIA), new StartRefresh.Command(null));
    long seed = Proof.seed();
    Random random = new Random(seed);
    int kills = Proof.tries(2, 20);
    Instant start = Instant.now();
    long done = 0;
    for (int i = 0; i < kills; i++) {
      try (ChildJvm child = refreshing(i)) {
        DurableServer.await(
            "it asks", () -> child.lines().contains(Refreshing.ASKED) || !child.isAlive());
        pause(Duration.ofMillis(random.nextInt(900)));
        child.kill();
      }
      assertThat(progress().done()).isGreaterThanOrEqualTo(done);
      done = progress().done();
    }
    long doneBefore = done;
    try (ChildJvm child = refreshing(kills)) {
      assertThat(child.end()).as(() -> child.lines().toString()).isZero();
    }
    RegistryRefresh end = progress();
    Proof.report(
        "P18 a killed refresh",
        seed,
        Duration.between(start, Instant.now()),
        "%d kills, %d of %d leads done before the last run, %d after it"
            .formatted(kills, doneBefore, LEADS, end.done()));
    assertThat(end.state()).isEqualTo(RefreshState.DONE);
    assertThat(end.done()).isEqualTo(LEADS);
    assertThat(end.failed()).isZero();
    for (String table : List.of("timeline", "event_log")) {
      assertThat(
              DATABASE.query(
                  "select count(*) || ' of ' || count(distinct lead) from "
                      + table
                      + " where type = 'RegistryStatusChanged'"))
          .isEqualTo(LEADS + " of " + LEADS);
    }
    assertThat(DATABASE.query("select count(distinct lead) from registry_snapshot"))
        .isEqualTo(String.valueOf(LEADS));
  }

  private static ChildJvm refreshing(int run) {
    return ChildJvm.running(
        Refreshing.class,
        "jdbc:postgresql://localhost:%d/%s".formatted(PostgresServer.port(), DATABASE.name()),
        LEASE.toMinutes() * (run + 1));
  }

  private RegistryRefresh progress() {
    return crm.leads().registry().refresh(MARIA).orElseThrow();
  }

  private static Crm crm(Module storage, Clock clock, CompanyRegistry registry) {
    return Guice.createInjector(
            new CrmModule(clock, new TimeOrderedIds(), new DefaultAccessPolicy()),
            Modules.override(new InMemoryModule()).with(storage),
            binder ->
                OptionalBinder.newOptionalBinder(binder, CompanyRegistry.class)
                    .setBinding()
                    .toInstance(registry))
        .getInstance(Crm.class);
  }

  private static RegistryEntry inactive(Cui cui, Instant at) {
    RegistryEntry bare = RegistryEntry.of(cui, "ALTA SRL", at);
    return new RegistryEntry(
        cui,
        bare.name(),
        bare.seat(),
        bare.fiscalDomicile(),
        bare.tradeRegisterNumber(),
        bare.vat(),
        Optional.of(new RegistryStatus(RegistryState.INACTIVE, Optional.empty())),
        bare.caen(),
        bare.iban(),
        bare.phone(),
        bare.registration(),
        bare.omitted(),
        bare.answeredAt());
  }

  private void activated() {
    CompanyData company =
        CompanyData.of("Exemplu SRL", new AddressData(County.CJ, "Dej", null, null));
    LeadRef ref =
        crm.leads()
            .add(
                Caller.of(ANA),
                new AddLead.Command(Cuis.next().digits(), false, company, NotesData.NONE, null));
    crm.pursuits()
        .activate(
            Caller.of(ANA),
            new ActivateLead.Command(
                ref.id(),
                ref.version(),
                ANA.id(),
                Instant.now().plus(Duration.ofDays(1)),
                null,
                null));
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
