package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.CatalogueFixture.anItem;
import static ro.parcurs.crm.testkit.CatalogueFixture.some;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.util.Modules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.CyclicRecipe;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.catalogue.usecase.ComponentData;
import ro.parcurs.crm.catalogue.usecase.SaveRecipe;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.Ports;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.PursuitFixture;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.TimeOrderedIds;
import ro.parcurs.crm.work.UnitOfWork;

/** Two recipes that are sound each by itself never close a cycle together. */
class RecipeRaceTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();
  @RegisterExtension static final FreshDatabase NAIVE = new FreshDatabase();

  @Test
  void of_two_who_put_two_items_into_each_other_one_is_told_of_the_cycle() throws Exception {
    Injector injector =
        Guice.createInjector(
            new CrmModule(new SettableClock(), new TimeOrderedIds(), new DefaultAccessPolicy()),
            Modules.override(new InMemoryModule()).with(DATABASE.adapter().module()));
    Crm crm = injector.getInstance(Crm.class);
    Instant start = Instant.now();
    int races = Proof.tries(40, 500);
    int notOnce = 0;
    for (int i = 0; i < races; i++) {
      CatalogueItem first = add(DATABASE);
      CatalogueItem second = add(DATABASE);
      List<String> ends =
          Race.of(
              List.<Callable<String>>of(
                  () -> save(crm, first, second), () -> save(crm, second, first)));
      notOnce += ends.contains("saved") && ends.contains("cycle") ? 0 : 1;
    }
    Proof.report(
        "one of two recipes that would close a cycle",
        0,
        Duration.between(start, Instant.now()),
        "%d races, %d not decided once".formatted(races, notOnce));
    assertThat(notOnce).isZero();
    assertThat(DATABASE.port(CatalogueItems.class).wholeCatalogue().items()).hasSize(2 * races);
  }

  @Test
  void without_the_lock_they_do() throws Exception {
    int cycles = 0;
    for (int i = 0; i < 20 && cycles == 0; i++) {
      CatalogueItem first = add(NAIVE);
      CatalogueItem second = add(NAIVE);
      CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
      List<String> ends =
          Race.of(
              List.<Callable<String>>of(
                  () -> saveNaively(first, second, bothHaveLooked),
                  () -> saveNaively(second, first, bothHaveLooked)));
      cycles += ends.equals(List.of("saved", "saved")) ? 1 : 0;
    }
    assertThat(cycles).isPositive();
  }

  private static CatalogueItem add(Ports ports) {
    CatalogueItem item = anItem().build();
    ports
        .port(UnitOfWork.class)
        .inTransaction(
            () -> {
              ports.port(CatalogueItems.class).add(item);
              return item;
            });
    return item;
  }

  private static String save(Crm crm, CatalogueItem item, CatalogueItem component) {
    try {
      crm.catalogue()
          .saveRecipe(
              Caller.of(DAN),
              new SaveRecipe.Command(
                  item.id(),
                  new Version(1),
                  List.of(new ComponentData(component.id(), BigDecimal.ONE))));
      return "saved";
    } catch (CyclicRecipe cycle) {
      return "cycle";
    }
  }

  private static String saveNaively(
      CatalogueItem item, CatalogueItem component, CyclicBarrier bothHaveLooked) {
    return NAIVE
        .port(UnitOfWork.class)
        .inTransaction(
            () -> {
              CatalogueItems items = NAIVE.port(CatalogueItems.class);
              CatalogueItem changed =
                  items
                      .get(item.id())
                      .priceBy(
                          anItem().of(some("1", component)).build().pricing(),
                          PursuitFixture.BY_ANA);
              items.wholeCatalogue().with(changed);
              Race.meet(bothHaveLooked);
              items.save(changed);
              return "saved";
            });
  }
}
