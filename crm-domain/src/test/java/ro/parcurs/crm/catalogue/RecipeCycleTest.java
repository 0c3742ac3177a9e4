package ro.parcurs.crm.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.catalogue.Items.BY_ANA;
import static ro.parcurs.crm.catalogue.Items.composed;
import static ro.parcurs.crm.catalogue.Items.item;
import static ro.parcurs.crm.catalogue.Items.some;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recipe that leads back to its own item is refused, with the way back. */
class RecipeCycleTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void a_cycle_of_any_length_is_named_from_the_item_back_to_it(int length) {
    List<CatalogueItem> items = new ArrayList<>();
    items.add(item("LEAF", "1"));
    // 1 is made of 2, 2 of 3 …, and the last of the leaf, until 1 is put in the leaf's place
    for (int i = 1; i <= length; i++) {
      items.add(composed("I" + i, some("1", i == length ? "LEAF" : "I" + (i + 1))));
    }
    List<ItemCode> path = new ArrayList<>();
    path.add(new ItemCode("I" + length));
    for (int i = 1; i <= length; i++) {
      path.add(new ItemCode("I" + i));
    }
    if (length > Catalogue.MAX_DEPTH) {
      items.set(length, item("I" + length, "1"));
    }
    Catalogue catalogue = Catalogue.of(items);
    CatalogueItem closing =
        items.get(length).priceBy(new Recipe(List.of(some("2", "LEAF"), some("1", "I1"))), BY_ANA);
    assertThatThrownBy(() -> catalogue.with(closing))
        .isInstanceOfSatisfying(
            CyclicRecipe.class,
            error -> {
              assertThat(error.path()).isEqualTo(path);
              assertThat(error.arguments().get("path"))
                  .isEqualTo(String.join(" → ", path.stream().map(ItemCode::value).toList()));
            });
  }

  @Test
  void an_item_reached_on_two_ways_is_no_cycle() {
    Catalogue catalogue =
        Catalogue.of(
            List.of(
                item("LEAF", "1"),
                composed("LEFT", some("1", "LEAF")),
                composed("RIGHT", some("1", "LEAF"), some("1", "LEFT")),
                composed("TOP", some("1", "LEFT"), some("1", "RIGHT"), some("1", "LEAF"))));
    assertThat(catalogue.items()).hasSize(4);
  }

  @Test
  void a_catalogue_that_holds_a_cycle_is_not_made() {
    assertThatThrownBy(
            () ->
                Catalogue.of(
                    List.of(
                        composed("A", some("1", "B")),
                        composed("B", some("1", "C")),
                        composed("C", some("1", "B")))))
        .isInstanceOfSatisfying(
            CyclicRecipe.class,
            error ->
                assertThat(error.path())
                    .containsExactly(new ItemCode("B"), new ItemCode("C"), new ItemCode("B")));
  }
}
