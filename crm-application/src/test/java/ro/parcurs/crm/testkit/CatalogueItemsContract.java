package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.CatalogueFixture.anItem;
import static ro.parcurs.crm.testkit.CatalogueFixture.some;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.catalogue.usecase.ItemFilter;
import ro.parcurs.crm.catalogue.usecase.ItemQueries;
import ro.parcurs.crm.catalogue.usecase.ItemSort;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.VatRate;

/** What every {@link CatalogueItems} and its {@link ItemQueries} do. */
@ContractOf({CatalogueItems.class, ItemQueries.class})
public abstract class CatalogueItemsContract extends PortContract {

  /** In the names of all items of this test, and of no other. */
  private final String mark = "m" + newId().toString().replace("-", "");

  protected CatalogueItemsContract(Ports ports) {
    super(ports);
  }

  // ---- the store ----

  @Test
  void an_item_is_read_back_whole_at_the_stored_version() {
    CatalogueItem item =
        anItem()
            .named("Țeavă „PPR” <b>Ø20</b>")
            .in("Instalații")
            .ofKind(ItemKind.PRODUCT)
            .taxed(VatRate.exempt("SCUTIT"))
            .at("12.3456", "9.9999", Currency.EUR)
            .inactive()
            .build();
    add(item);
    CatalogueItem stored = items().get(item.id());
    assertThat(stored.version()).isEqualTo(new Version(1));
    assertThat(atVersion(stored, item.version())).isEqualTo(item);
  }

  @Test
  void a_recipe_is_read_back_in_its_order_with_exact_quantities() {
    CatalogueItem first = add(anItem().build());
    CatalogueItem second = add(anItem().build());
    CatalogueItem composed =
        add(anItem().of(some("0.001", second), some("999999999.999", first)).build());
    assertThat(items().get(composed.id()).pricing()).isEqualTo(composed.pricing());
  }

  @Test
  void a_recipe_can_be_replaced_and_given_up() {
    CatalogueItem first = add(anItem().build());
    CatalogueItem second = add(anItem().build());
    CatalogueItem composed = add(anItem().of(some("1", first), some("2", second)).build());
    CatalogueItem replaced =
        items().get(composed.id()).priceBy(anItem().of(some("3", second)).build().pricing(), by());
    save(replaced);
    assertThat(items().get(composed.id()).pricing()).isEqualTo(replaced.pricing());
    CatalogueItem priced =
        items().get(composed.id()).priceBy(anItem().at("7").build().pricing(), by());
    save(priced);
    assertThat(items().get(composed.id()).pricing()).isEqualTo(priced.pricing());
    assertThat(items().get(composed.id()).version()).isEqualTo(new Version(3));
  }

  @Test
  void an_item_that_is_not_there_is_not_found() {
    assertThatThrownBy(() -> items().get(unknown())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> save(anItem().build())).isInstanceOf(NotFound.class);
    assertThat(items().catalogueOf(List.of(unknown())).items()).isEmpty();
    assertThat(items().catalogueOf(List.of()).items()).isEmpty();
  }

  @Test
  void a_code_stands_for_one_item_only() {
    CatalogueItem first = add(anItem().build());
    CatalogueItem second = add(anItem().build());
    CatalogueItem third = anItem().coded(first.code().value().toLowerCase(Locale.ROOT)).build();
    assertThatThrownBy(() -> add(third))
        .isInstanceOfSatisfying(
            AlreadyExists.class,
            error -> assertThat(error.existing()).isEqualTo(first.id().toString()));
    CatalogueItem renamed =
        items().get(second.id()).edit(anItem().coded(first.code().value()).build().details(), by());
    assertThatThrownBy(() -> save(renamed))
        .isInstanceOfSatisfying(
            AlreadyExists.class,
            error -> assertThat(error.existing()).isEqualTo(first.id().toString()));
    assertThat(items().get(second.id()).code()).isEqualTo(second.code());
  }

  @Test
  void an_item_that_changed_since_it_was_read_is_not_overwritten() {
    CatalogueItem item = add(anItem().build());
    CatalogueItem mine = items().get(item.id());
    save(items().get(item.id()).deactivate(PursuitFixture.BY_ION));
    assertThatThrownBy(() -> save(mine.edit(anItem().named("Al meu").build().details(), by())))
        .isInstanceOfSatisfying(
            ConcurrentChange.class,
            error -> assertThat(error.winner()).isEqualTo(PursuitFixture.BY_ION));
    assertThat(items().get(item.id()).isActive()).isFalse();
  }

  @Test
  void a_change_that_was_not_saved_is_not_seen() {
    CatalogueItem item = add(anItem().build());
    CatalogueItem changed = items().get(item.id()).deactivate(by());
    assertThat(changed.isActive()).isFalse();
    assertThat(items().get(item.id()).isActive()).isTrue();
  }

  @Test
  void what_a_failed_unit_of_work_wrote_is_not_there() {
    CatalogueItem item = anItem().build();
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      items().add(item);
                      throw new IllegalStateException("not kept");
                    }))
        .hasMessage("not kept");
    assertThatThrownBy(() -> items().get(item.id())).isInstanceOf(NotFound.class);
  }

  @Test
  void the_catalogue_of_an_item_holds_everything_that_its_recipes_need_and_nothing_else() {
    CatalogueItem leaf = add(anItem().at("3").build());
    CatalogueItem other = add(anItem().build());
    CatalogueItem middle = add(anItem().of(some("2", leaf)).build());
    CatalogueItem top = add(anItem().of(some("1", middle), some("5", leaf)).build());
    add(anItem().of(some("1", top), some("1", other)).build());
    assertThat(items().catalogueOf(List.of(top.id())).items())
        .extracting(CatalogueItem::id)
        .containsExactlyInAnyOrder(top.id(), middle.id(), leaf.id());
    assertThat(items().wholeCatalogue().items())
        .extracting(CatalogueItem::id)
        .contains(top.id(), middle.id(), leaf.id(), other.id());
    assertThat(items().wholeCatalogue().usersOf(top.id())).hasSize(1);
  }

  @Test
  void the_recipe_lock_can_be_taken_again_in_the_same_unit_of_work() {
    inTransaction(
        () -> {
          items().lockRecipes();
          items().lockRecipes();
        });
  }

  // ---- the lists ----

  @Test
  void the_list_is_ordered_by_code_or_by_folded_name() {
    String first = mark.toUpperCase(Locale.ROOT);
    CatalogueItem b = add(anItem().coded(first + "B").named(mark + " Șurub").build());
    CatalogueItem a = add(anItem().coded(first + "A").named(mark + " țeavă").build());
    CatalogueItem c = add(anItem().coded(first + "C").named(mark + " Ac").build());
    assertThat(list(marked(), ItemSort.CODE)).containsExactly(a.id(), b.id(), c.id());
    assertThat(list(marked(), ItemSort.NAME)).containsExactly(c.id(), b.id(), a.id());
  }

  @ParameterizedTest
  @EnumSource(ItemSort.class)
  void the_list_can_be_read_in_pages(ItemSort sort) {
    for (int i = 0; i < 7; i++) {
      add(anItem().named(mark + (i % 2 == 0 ? " egal" : " alt " + i)).build());
    }
    List<ItemId> paged = new ArrayList<>();
    Optional<ItemId> after = Optional.empty();
    do {
      List<ItemId> page = queries().list(marked(), sort, after, 3);
      paged.addAll(page);
      after = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
    } while (after.isPresent());
    assertThat(paged).hasSize(7).containsExactlyElementsOf(list(marked(), sort));
    assertThat(queries().count(marked())).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sosea", "ŞOSEA", "lumini", "țeavă lumini", "teava   sosea", "x9"})
  void words_are_found_in_code_name_and_category_with_or_without_diacritics(String text) {
    CatalogueItem item =
        add(anItem().coded("X9-" + mark).named("Țeavă Șosea").in("Lumini").build());
    add(anItem().named(mark).build());
    assertThat(list(marked().withText(mark + " " + text), ItemSort.CODE))
        .containsExactly(item.id());
  }

  @Test
  void signs_of_patterns_are_looked_for_as_what_they_are() {
    add(anItem().named(mark + " ceva").build());
    assertThat(list(marked().withText(mark + " 1000000000%"), ItemSort.CODE)).isEmpty();
    assertThat(list(marked().withText(mark + "%' or '1'='1"), ItemSort.CODE)).isEmpty();
  }

  @Test
  void each_filter_matters() {
    CatalogueItem product = add(anItem().named(mark).ofKind(ItemKind.PRODUCT).build());
    CatalogueItem old = add(anItem().named(mark).inactive().build());
    CatalogueItem heating = add(anItem().named(mark).in("Încălzire").build());
    CatalogueItem composed = add(anItem().named(mark).of(some("1", product)).build());
    assertThat(list(marked().withKinds(Set.of(ItemKind.PRODUCT)), ItemSort.CODE))
        .containsExactly(product.id());
    assertThat(list(marked().withActive(Optional.of(false)), ItemSort.CODE))
        .containsExactly(old.id());
    assertThat(list(marked().withActive(Optional.of(true)), ItemSort.CODE))
        .doesNotContain(old.id())
        .hasSize(3);
    assertThat(list(marked().withCategories(Set.of("Încălzire")), ItemSort.CODE))
        .containsExactly(heating.id());
    assertThat(list(marked().withRecipe(Optional.of(true)), ItemSort.CODE))
        .containsExactly(composed.id());
    assertThat(list(marked().withRecipe(Optional.of(false)), ItemSort.CODE)).hasSize(3);
    assertThat(queries().count(marked().withRecipe(Optional.of(false)))).isEqualTo(3);
  }

  @Test
  void the_categories_are_told_once_each_in_order() {
    add(anItem().in("zz" + mark).build());
    add(anItem().in("Ăa" + mark).build());
    add(anItem().in("Ăa" + mark).build());
    assertThat(queries().categories())
        .filteredOn(category -> category.endsWith(mark))
        .containsExactly("Ăa" + mark, "zz" + mark);
  }

  private ItemFilter marked() {
    return ItemFilter.ALL.withText(mark);
  }

  private List<ItemId> list(ItemFilter filter, ItemSort sort) {
    return queries().list(filter, sort, Optional.empty(), 100);
  }

  private CatalogueItems items() {
    return port(CatalogueItems.class);
  }

  private ItemQueries queries() {
    return port(ItemQueries.class);
  }

  private CatalogueItem add(CatalogueItem item) {
    inTransaction(() -> items().add(item));
    return item;
  }

  private void save(CatalogueItem item) {
    inTransaction(() -> items().save(item));
  }

  private static Stamp by() {
    return PursuitFixture.BY_ANA;
  }

  private static ItemId unknown() {
    return new ItemId(UUID.randomUUID());
  }

  private static CatalogueItem atVersion(CatalogueItem item, Version version) {
    CatalogueItem.Snapshot state = item.snapshot();
    return CatalogueItem.rebuild(
        new CatalogueItem.Snapshot(
            state.id(),
            state.details(),
            state.pricing(),
            state.active(),
            state.added(),
            state.changed(),
            version));
  }
}
