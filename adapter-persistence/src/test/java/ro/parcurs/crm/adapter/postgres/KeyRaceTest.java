package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static ro.parcurs.crm.testkit.CatalogueFixture.anItem;
import static ro.parcurs.crm.testkit.ContractFixture.DATE;
import static ro.parcurs.crm.testkit.ContractFixture.aContract;
import static ro.parcurs.crm.testkit.ContractFixture.bareTerms;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;

import com.google.inject.Guice;
import com.google.inject.util.Modules;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.catalogue.usecase.EditItem;
import ro.parcurs.crm.catalogue.usecase.ItemData;
import ro.parcurs.crm.catalogue.usecase.PriceData;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.ContractTerms;
import ro.parcurs.crm.contract.usecase.ContractData;
import ro.parcurs.crm.contract.usecase.Contracts;
import ro.parcurs.crm.contract.usecase.SaveContract;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.LeadFixture;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.PursuitFixture;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.TimeOrderedIds;
import ro.parcurs.crm.work.UnitOfWork;

/** Of two who give two things the same key at once, one has it and the other is told which. */
class KeyRaceTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

  private final Crm crm =
      Guice.createInjector(
              new CrmModule(new SettableClock(), new TimeOrderedIds(), new DefaultAccessPolicy()),
              Modules.override(new InMemoryModule()).with(DATABASE.adapter().module()))
          .getInstance(Crm.class);

  @AfterAll
  static void stop() {
    THREADS.shutdownNow();
  }

  @Test
  void of_two_items_that_get_one_code_at_once_one_has_it_and_the_other_is_told_which()
      throws Exception {
    Instant start = Instant.now();
    int races = Proof.tries(40, 400);
    int notOnce = 0;
    for (int i = 0; i < races; i++) {
      String code = "RACE-" + i;
      List<CatalogueItem> items = List.of(kept(anItem().build()), kept(anItem().build()));
      List<String> ends = race(number -> recode(items.get(number), code));
      String holder = DATABASE.query("select id from catalogue_item where code = '" + code + "'");
      notOnce += isOnce(ends, holder, List.of(items.get(0).id(), items.get(1).id())) ? 0 : 1;
    }
    report("one of two items gets the code", start, races, notOnce);
    assertThat(notOnce).isZero();
  }

  @Test
  void of_two_contracts_that_get_one_number_at_once_one_has_it_and_the_other_is_told_which()
      throws Exception {
    Instant start = Instant.now();
    int races = Proof.tries(40, 400);
    int notOnce = 0;
    for (int i = 0; i < races; i++) {
      String number = "RACE/" + i;
      List<Contract> contracts = List.of(aDrawnContract(), aDrawnContract());
      List<String> ends =
          race(
              which ->
                  crm.contracts()
                      .save(
                          Caller.of(ANA),
                          new SaveContract.Command(
                              contracts.get(which).lead(), new Version(1), terms(number))));
      String holder = DATABASE.query("select id from contract where number = '" + number + "'");
      notOnce +=
          isOnce(ends, holder, List.of(contracts.get(0).id(), contracts.get(1).id())) ? 0 : 1;
    }
    report("one of two contracts gets the number", start, races, notOnce);
    assertThat(notOnce).isZero();
  }

  @Test
  void who_waited_for_a_key_in_vain_is_told_who_has_it_and_can_go_on_in_the_same_unit()
      throws Exception {
    CatalogueItem first = kept(anItem().build());
    CatalogueItem second = kept(anItem().build());
    Future<AlreadyExists> loser =
        inTransaction(
            () -> {
              items().save(coded(first, "WANTED"));
              Future<AlreadyExists> waiting = THREADS.submit(() -> tryThenGoOn(second));
              awaitSomebodyWaitingForALock();
              return waiting;
            });
    assertThat(loser.get().existing()).isEqualTo(first.id().toString());
    assertThat(items().get(first.id()).code()).hasToString("WANTED");
    assertThat(items().get(second.id()).code()).hasToString("INSTEAD");

    Contract one = aDrawnContract();
    Contract two = aDrawnContract();
    Future<AlreadyExists> refused =
        inTransaction(
            () -> {
              contracts().save(numbered(one, "DORIT"));
              Future<AlreadyExists> waiting = THREADS.submit(() -> tryThenGoOn(two));
              awaitSomebodyWaitingForALock();
              return waiting;
            });
    assertThat(refused.get().existing()).isEqualTo(one.id().toString());
    assertThat(contracts().get(two.id()).terms().number()).hasToString("ALTUL");
  }

  @Test
  void control_looking_first_whether_the_key_is_free_ends_in_a_fault_of_the_database()
      throws Exception {
    int races = 20;
    int faults = 0;
    for (int i = 0; i < races; i++) {
      String code = "NAIVE-" + i;
      List<CatalogueItem> items = List.of(kept(anItem().build()), kept(anItem().build()));
      CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
      List<String> ends =
          race(
              number -> {
                String taken =
                    DATABASE.query("select id from catalogue_item where code = '" + code + "'");
                bothHaveLooked.await();
                if (taken.isEmpty()) {
                  DATABASE.execute(
                      "update catalogue_item set code = '%s' where id = '%s'"
                          .formatted(code, items.get(number).id()));
                }
                return taken;
              });
      faults += ends.contains("fault 23505") ? 1 : 0;
    }
    System.out.printf("control | look, then give the key | %d of %d faults%n", faults, races);
    assertThat(faults).isPositive();
  }

  /** One won, the other was told of that one, which has the key. */
  private static boolean isOnce(List<String> ends, String holder, List<?> ids) {
    int winner = ends.indexOf("won");
    return winner >= 0
        && holder.equals(ids.get(winner).toString())
        && ends.get(1 - winner).equals("told of " + holder);
  }

  private static void report(String what, Instant start, int races, int notOnce) {
    Proof.report(
        what,
        0,
        Duration.between(start, Instant.now()),
        "%d races, %d not decided once".formatted(races, notOnce));
  }

  /** What one of two does. */
  @FunctionalInterface
  private interface Racing {
    Object run(int number) throws Exception;
  }

  private static List<String> race(Racing body) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    List<Callable<String>> racers = new ArrayList<>();
    for (int number = 0; number < 2; number++) {
      int mine = number;
      racers.add(
          () -> {
            barrier.await();
            return end(body, mine);
          });
    }
    List<String> ends = new ArrayList<>();
    for (Future<String> end : THREADS.invokeAll(racers)) {
      ends.add(end.get());
    }
    return ends;
  }

  private static String end(Racing body, int number) throws Exception {
    try {
      body.run(number);
      return "won";
    } catch (AlreadyExists refusal) {
      return "told of " + refusal.existing();
    } catch (RuntimeException fault) {
      return fault.getCause() instanceof SQLException sql
          ? "fault " + sql.getSQLState()
          : fault.toString();
    }
  }

  private static void awaitSomebodyWaitingForALock() {
    while (DATABASE
        .query(
            "select count(*) from pg_stat_activity"
                + " where datname = current_database() and wait_event_type = 'Lock'")
        .equals("0")) {
      Thread.onSpinWait();
    }
  }

  // ---- items ----

  private Object recode(CatalogueItem item, String code) {
    return crm.catalogue()
        .edit(
            Caller.of(DAN),
            new EditItem.Command(
                item.id(),
                new Version(1),
                new ItemData(
                    code, "Serviciu", "oră", ItemKind.SERVICE, "Servicii", "21", BigDecimal.ONE),
                new PriceData(new BigDecimal("100"), Currency.RON, null)));
  }

  private static CatalogueItem kept(CatalogueItem item) {
    return inTransaction(
        () -> {
          items().add(item);
          return items().get(item.id());
        });
  }

  private static CatalogueItem coded(CatalogueItem item, String code) {
    return item.edit(anItem().coded(code).build().details(), PursuitFixture.BY_ION);
  }

  private static AlreadyExists tryThenGoOn(CatalogueItem item) {
    return inTransaction(
        () -> {
          AlreadyExists refusal =
              catchThrowableOfType(AlreadyExists.class, () -> items().save(coded(item, "WANTED")));
          items().save(coded(item, "INSTEAD"));
          return refusal;
        });
  }

  private static CatalogueItems items() {
    return DATABASE.port(CatalogueItems.class);
  }

  // ---- contracts ----

  private static Contract aDrawnContract() {
    Lead lead = LeadFixture.aLead().activatedFor(ANA.id()).build();
    Pursuit pursuit = PursuitFixture.aPursuit(lead.id());
    Contract contract = aContract(pursuit, bareTerms("CT-" + UUID.randomUUID()));
    return inTransaction(
        () -> {
          DATABASE.port(Leads.class).add(lead);
          DATABASE.port(Pursuits.class).add(pursuit);
          DATABASE
              .port(Responsibilities.class)
              .add(PursuitFixture.anOpen(Step.CONTRACTING, pursuit));
          contracts().add(contract);
          return contracts().get(contract.id());
        });
  }

  private static ContractData terms(String number) {
    return new ContractData(number, DATE, DATE, true, null, 30, null, null, null);
  }

  private static Contract numbered(Contract contract, String number) {
    ContractTerms terms = bareTerms(number);
    return contract.edit(terms, Optional.empty(), PursuitFixture.BY_ION);
  }

  private static AlreadyExists tryThenGoOn(Contract contract) {
    return inTransaction(
        () -> {
          AlreadyExists refusal =
              catchThrowableOfType(
                  AlreadyExists.class, () -> contracts().save(numbered(contract, "DORIT")));
          contracts().save(numbered(contract, "ALTUL"));
          return refusal;
        });
  }

  private static Contracts contracts() {
    return DATABASE.port(Contracts.class);
  }

  private static <T> T inTransaction(java.util.function.Supplier<T> body) {
    return DATABASE.port(UnitOfWork.class).inTransaction(body);
  }
}
