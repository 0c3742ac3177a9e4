package ro.parcurs.crm.adapter.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Anaf;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.ListLeads;
import ro.parcurs.crm.lead.usecase.LookUpCompany;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.InMemoryUsers;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.TimeOrderedIds;

/**
 * Promise P18, the lead's side: a lead never waits for the registry. The service takes every
 * connection and says nothing, which is the worst that it can do.
 */
class OutageTest {

  private static final Duration LIMIT = Duration.ofMillis(500);
  private static final Duration MOST = Duration.ofSeconds(3);
  private static final int PEOPLE = 8;

  private final ScriptedService service =
      ScriptedService.start((request, out, socket) -> Thread.sleep(60_000));
  private final RegistryAdapter adapter =
      RegistryAdapter.anaf(
          Anaf.defaults("Exemplu ERP/4.2").at(service.address()),
          Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC));
  private final Crm crm =
      Guice.createInjector(
              new InMemoryModule(),
              new CrmModule(new SettableClock(), new TimeOrderedIds(), new DefaultAccessPolicy()),
              adapter.module())
          .getInstance(Crm.class);

  @AfterEach
  void stop() {
    adapter.close();
    service.close();
  }

  @Test
  void in_an_outage_leads_are_added_at_once_and_the_form_answers_within_three_seconds() {
    int leads = Proof.tries(200, 1_000);
    Instant start = Instant.now();
    ExecutorService forms = Executors.newFixedThreadPool(PEOPLE);
    AtomicLong slowest = new AtomicLong();
    AtomicLong asked = new AtomicLong();
    Set<RegistryAnswer> answers = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < PEOPLE; i++) {
      forms.execute(
          () -> {
            while (!Thread.currentThread().isInterrupted()) {
              long begin = System.nanoTime();
              RegistryAnswer answer = lookUp(Cuis.next());
              asked.incrementAndGet();
              slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
              answers.add(answer);
              pause(Duration.ofMillis(50));
            }
          });
    }
    long[] took = new long[leads];
    for (int i = 0; i < leads; i++) {
      long begin = System.nanoTime();
      add(Cuis.next());
      took[i] = System.nanoTime() - begin;
      // The outage has to last for a while, or nobody waits in it.
      pause(Duration.ofMillis(15));
    }
    forms.shutdownNow();
    Arrays.sort(took);
    long p95 = took[leads * 95 / 100];
    Proof.report(
        "P18 outage",
        0,
        Duration.between(start, Instant.now()),
        "%d leads added, p95 %d ms, slowest %d ms; %d times Preia, slowest %d ms"
            .formatted(
                leads,
                Duration.ofNanos(p95).toMillis(),
                Duration.ofNanos(took[leads - 1]).toMillis(),
                asked.get(),
                Duration.ofNanos(slowest.get()).toMillis()));
    assertThat(stored()).isEqualTo(leads);
    assertThat(Duration.ofNanos(p95)).isLessThan(LIMIT);
    assertThat(answers).containsExactly(new RegistryAnswer.Unavailable());
    assertThat(Duration.ofNanos(slowest.get())).isLessThan(MOST.plusMillis(500));
  }

  @Test
  void control_who_asks_the_registry_before_adding_waits() {
    Cui cui = Cuis.next();
    long begin = System.nanoTime();
    lookUp(cui);
    add(cui);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(LIMIT);
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private RegistryAnswer lookUp(Cui cui) {
    return crm.leads().lookUp(InMemoryUsers.ANA, new LookUpCompany.Query(cui.digits(), false));
  }

  private void add(Cui cui) {
    crm.leads()
        .add(
            Caller.of(InMemoryUsers.ANA),
            new AddLead.Command(
                cui.digits(),
                false,
                CompanyData.of("Exemplu SRL", new AddressData(County.CJ, "Dej", null, null)),
                NotesData.NONE,
                null));
  }

  private long stored() {
    return crm.leads()
        .list(InMemoryUsers.MARIA, new ListLeads.Query(LeadFilter.ALL, LeadOrder.BY_NAME, null, 50))
        .total()
        .counted();
  }
}
