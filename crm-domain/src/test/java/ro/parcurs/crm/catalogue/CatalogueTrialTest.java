package ro.parcurs.crm.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static ro.parcurs.crm.catalogue.Items.BY_ANA;
import static ro.parcurs.crm.catalogue.Items.composed;
import static ro.parcurs.crm.catalogue.Items.id;
import static ro.parcurs.crm.catalogue.Items.item;
import static ro.parcurs.crm.catalogue.Items.some;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Many items are changed at once: every fault is told, each of an item that was changed. */
class CatalogueTrialTest {

  private static final Catalogue BEFORE =
      Catalogue.of(
          List.of(
              item("A", "1"), item("B", "1"), item("C", "1"), composed("USER", some("1", "A"))));

  @Test
  void what_is_sound_has_no_fault_and_may_use_what_is_new() {
    assertThat(
            BEFORE
                .tryOut(List.of(composed("B", some("2", "NEW")), item("NEW", "3"), item("A", "2")))
                .faults())
        .isEmpty();
    assertThat(BEFORE.tryOut(List.of()).faults()).isEmpty();
  }

  @Test
  void each_cycle_is_told_of_each_changed_item_on_it_with_its_path() {
    List<ItemFault> faults =
        BEFORE
            .tryOut(
                List.of(
                    composed("A", some("1", "B")),
                    composed("B", some("1", "A")),
                    composed("C", some("1", "C")),
                    composed("D", some("1", "C"))))
            .faults();
    assertThat(paths(faults))
        .isEqualTo(Map.of(id("A"), "A → B → A", id("B"), "B → A → B", id("C"), "C → C"));
  }

  @Test
  void a_cycle_through_items_that_stay_is_told_of_the_one_that_closes_it() {
    assertThat(paths(BEFORE.tryOut(List.of(composed("A", some("1", "USER")))).faults()))
        .isEqualTo(Map.of(id("A"), "A → USER → A"));
  }

  @Test
  void what_becomes_too_deep_or_too_dear_by_a_component_is_told_of_the_component() {
    List<CatalogueItem> deep = new ArrayList<>(List.of(item("L0", "1")));
    for (int i = 1; i <= Catalogue.MAX_DEPTH; i++) {
      deep.add(composed("L" + i, some("1", "L" + (i - 1))));
    }
    Catalogue catalogue = Catalogue.of(deep);
    CatalogueItem deeper = composed("L0", some("1", "NEW"));
    assertThat(catalogue.tryOut(List.of(item("NEW", "1"), deeper)).faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.item()).isEqualTo(id("L0"));
              assertThat(fault.reason()).isInstanceOf(RecipeTooDeep.class);
            });
    Catalogue dear = Catalogue.of(List.of(item("A", "1"), composed("USER", some("2", "A"))));
    assertThat(dear.tryOut(List.of(item("A", "600000000"))).faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.item()).isEqualTo(id("A"));
              assertThat(fault.reason())
                  .hasMessageContaining("recipe-price-out-of-range")
                  .hasMessageContaining("USER");
            });
  }

  @Test
  void what_is_not_sold_any_more_is_found_also_where_recipes_lead_round() {
    CatalogueItem off = item("B", "1").deactivate(BY_ANA);
    CatalogueTrial trial =
        BEFORE.tryOut(List.of(off, composed("A", some("1", "USER"), some("1", "B"))));
    assertThat(trial.inactiveIn(id("USER"))).containsExactly(off);
  }

  /** One change at a time is refused if and only if the trial of it tells a fault. */
  @Property(tries = 200)
  void the_trial_of_one_change_says_what_the_change_itself_does(@ForAll long seed) {
    Random random = new Random(seed);
    List<CatalogueItem> items = new ArrayList<>(List.of(item("I0", "1"), item("I1", "1")));
    for (int i = 2; i < 8; i++) {
      items.add(
          random.nextBoolean()
              ? item("I" + i, "99999999")
              : composed("I" + i, some("3", "I" + random.nextInt(i))));
    }
    Catalogue catalogue = Catalogue.of(items);
    CatalogueItem changed =
        composed(
            "I" + random.nextInt(8),
            some("1", "I" + random.nextInt(4)),
            some("4", "I" + (4 + random.nextInt(4))));
    Throwable refusal = catchThrowable(() -> catalogue.with(changed));
    List<ItemFault> faults = catalogue.tryOut(List.of(changed)).faults();
    assertThat(faults.isEmpty()).isEqualTo(refusal == null);
    assertThat(faults)
        .allSatisfy(
            fault -> {
              assertThat(fault.item()).isEqualTo(changed.id());
              assertThat(fault.reason()).hasSameClassAs(refusal);
            });
  }

  private static Map<ItemId, String> paths(List<ItemFault> faults) {
    Map<ItemId, String> paths = new HashMap<>();
    faults.forEach(
        fault -> paths.put(fault.item(), (String) fault.reason().arguments().get("path")));
    return paths;
  }
}
