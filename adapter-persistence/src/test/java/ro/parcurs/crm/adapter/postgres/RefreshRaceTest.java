package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.util.Modules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.CompanyRegistry;
import ro.parcurs.crm.lead.usecase.ContinueRefresh;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.LeadRegistry;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.lead.usecase.RefreshState;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;
import ro.parcurs.crm.lead.usecase.RegistryEntry;
import ro.parcurs.crm.lead.usecase.RegistryRefresh;
import ro.parcurs.crm.lead.usecase.RegistryRefreshId;
import ro.parcurs.crm.lead.usecase.RegistryRefreshes;
import ro.parcurs.crm.lead.usecase.StartRefresh;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.TimeOrderedIds;

/** However many go on with a refresh, each company is asked about once. */
class RefreshRaceTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final int THREADS = 4;
  private static final int LEADS = ContinueRefresh.BATCH * 2 + 30;
  private static final ExecutorService EXECUTOR = Executors.newFixedThreadPool(THREADS);

  /** What the registry was asked in this round. */
  private final ConcurrentLinkedQueue<Cui> asked = new ConcurrentLinkedQueue<>();

  private final AtomicInteger round = new AtomicInteger();
  private final SettableClock clock = new SettableClock();
  private final Injector injector =
      Guice.createInjector(
          new CrmModule(clock, new TimeOrderedIds(), new DefaultAccessPolicy()),
          Modules.override(new InMemoryModule()).with(DATABASE.adapter().module()),
          binder ->
              OptionalBinder.newOptionalBinder(binder, CompanyRegistry.class)
                  .setBinding()
                  .toInstance(this::answer));
  private final Crm crm = injector.getInstance(Crm.class);
  private final LeadRegistry registry = crm.leads().registry();

  @AfterAll
  static void stop() {
    EXECUTOR.shutdownNow();
  }

  @Test
  void of_four_who_go_on_with_a_refresh_one_is_at_it_at_a_time() throws Exception {
    Instant start = Instant.now();
    for (int i = 0; i < LEADS; i++) {
      activated();
    }
    int races = Proof.tries(2, 40);
    int wrong = 0;
    for (int i = 0; i < races; i++) {
      wrong += isEachAskedOnce() ? 0 : 1;
    }
    Proof.report(
        "refresh",
        0,
        Duration.between(start, Instant.now()),
        "%d refreshes of %d leads by %d threads, %d where one was asked twice or not at all"
            .formatted(races, LEADS, THREADS, wrong));
    assertThat(wrong).isZero();

    assertThat(isAskedTwiceWithoutTheLease()).as("control: whoever comes reads on").isTrue();
  }

  private boolean isEachAskedOnce() throws Exception {
    asked.clear();
    round.incrementAndGet();
    RegistryRefreshId last = registry.refresh(MARIA).map(RegistryRefresh::id).orElse(null);
    registry.startRefresh(Caller.of(MARIA), new StartRefresh.Command(last));
    CyclicBarrier together = new CyclicBarrier(THREADS);
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      all.add(
          () -> {
            together.await();
            int portions = 0;
            ContinueRefresh.Result result = registry.continueRefresh();
            while (result != ContinueRefresh.Result.NOTHING) {
              portions += result == ContinueRefresh.Result.MORE ? 1 : 0;
              result = registry.continueRefresh();
            }
            return portions;
          });
    }
    int portions = 0;
    for (Future<Integer> end : EXECUTOR.invokeAll(all)) {
      portions += end.get();
    }
    RegistryRefresh end = registry.refresh(MARIA).orElseThrow();
    return portions == 3
        && asked.size() == LEADS
        && Set.copyOf(asked).size() == LEADS
        && end.state() == RefreshState.DONE
        && end.done() == LEADS
        && end.changed() == LEADS
        && end.failed() == 0;
  }

  /** Two who read the cursor and go on behind it, as one would without taking it in hand. */
  private boolean isAskedTwiceWithoutTheLease() throws Exception {
    asked.clear();
    RegistryRefreshes refreshes = injector.getInstance(RegistryRefreshes.class);
    CyclicBarrier afterReading = new CyclicBarrier(2);
    Callable<Boolean> naive =
        () -> {
          Optional<LeadId> cursor = Optional.empty();
          List<RegistryRefreshes.Target> targets = refreshes.activeLeads(cursor, 10);
          afterReading.await();
          targets.forEach(target -> answer(target.cui()));
          return true;
        };
    for (Future<Boolean> end : EXECUTOR.invokeAll(List.of(naive, naive))) {
      end.get();
    }
    return asked.size() > Set.copyOf(asked).size();
  }

  /** In every round another state, so that every company changes. */
  private RegistryAnswer answer(Cui cui) {
    asked.add(cui);
    RegistryEntry bare = RegistryEntry.of(cui, "ALTA SRL", clock.instant());
    RegistryState state = round.get() % 2 == 0 ? RegistryState.ACTIVE : RegistryState.INACTIVE;
    return new RegistryAnswer.Found(
        new RegistryEntry(
            cui,
            bare.name(),
            bare.seat(),
            bare.fiscalDomicile(),
            bare.tradeRegisterNumber(),
            bare.vat(),
            Optional.of(new RegistryStatus(state, Optional.empty())),
            bare.caen(),
            bare.iban(),
            bare.phone(),
            bare.registration(),
            bare.omitted(),
            bare.answeredAt()));
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
                clock.instant().plus(Duration.ofDays(1)),
                null,
                null));
  }
}
