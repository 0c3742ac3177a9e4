package ro.parcurs.crm.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.catalogue.Items.BY_ANA;
import static ro.parcurs.crm.catalogue.Items.STANDARD;
import static ro.parcurs.crm.catalogue.Items.composed;
import static ro.parcurs.crm.catalogue.Items.id;
import static ro.parcurs.crm.catalogue.Items.item;
import static ro.parcurs.crm.catalogue.Items.some;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.ExchangeRate;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;

class CatalogueTest {

  private static final PricingTerms IN_LEI_FROM_EURO =
      new PricingTerms(
          Currency.RON,
          Optional.of(new ExchangeRate(Currency.EUR, Currency.RON, new BigDecimal("4.9755"))));

  // ---- prices and lines ----

  @Test
  void the_golden_recipe_comes_to_1391_75_for_a_hundred_units() {
    Catalogue catalogue =
        Catalogue.of(
            List.of(
                item("A", "0.333"),
                item("B", "12.49"),
                item("C", "7.77"),
                composed("R", some("3", "A"), some("0.35", "B"), some("1.1", "C"))));
    List<PricedLine> lines =
        catalogue.explode(id("R"), Quantity.of("100"), Explosion.COMPONENTS, PricingTerms.RON);
    assertThat(lines)
        .extracting(PricedLine::net)
        .containsExactly(lei("99.90"), lei("437.15"), lei("854.70"));
    assertThat(net(lines)).isEqualTo(lei("1391.75"));
    assertThat(catalogue.price(id("R"), PricingTerms.RON))
        .isEqualTo(UnitPrice.of("13.9175", Currency.RON));
  }

  @ParameterizedTest
  @EnumSource(Explosion.class)
  void an_item_without_a_recipe_is_its_own_only_line(Explosion explosion) {
    CatalogueItem item = item("A", "12.3456");
    assertThat(
            Catalogue.of(List.of(item))
                .explode(id("A"), Quantity.of("2.5"), explosion, PricingTerms.RON))
        .containsExactly(
            new PricedLine(
                item.id(),
                item.code(),
                item.name(),
                "buc",
                ItemKind.SERVICE,
                "Servicii",
                Quantity.of("2.5"),
                UnitPrice.of("12.3456", Currency.RON),
                STANDARD,
                item.details().commission(),
                Optional.empty()));
  }

  @Test
  void a_component_with_a_recipe_stays_one_line_at_the_rounded_price_of_its_recipe() {
    Catalogue catalogue = nested();
    List<PricedLine> lines =
        catalogue.explode(id("TOP"), Quantity.of("3"), Explosion.COMPONENTS, PricingTerms.RON);
    assertThat(lines).extracting(line -> line.code().value()).containsExactly("MID", "LEAF");
    assertThat(lines)
        .extracting(PricedLine::quantity)
        .containsExactly(Quantity.of("6"), Quantity.of("1.5"));
    // 0.333 x 0.1111 = 0.0369963, rounded half up to four decimals
    assertThat(lines.get(0).price()).isEqualTo(UnitPrice.of("0.0370", Currency.RON));
  }

  @Test
  void expanded_to_the_leaves_quantities_are_multiplied_and_rounded_once() {
    List<PricedLine> lines =
        nested().explode(id("TOP"), Quantity.of("3"), Explosion.LEAVES, PricingTerms.RON);
    assertThat(lines).extracting(line -> line.code().value()).containsExactly("LEAF", "LEAF");
    assertThat(lines)
        .extracting(PricedLine::quantity)
        .containsExactly(Quantity.of("1.998"), Quantity.of("1.5"));
  }

  private static Catalogue nested() {
    return Catalogue.of(
        List.of(
            item("LEAF", "0.1111"),
            composed("MID", some("0.333", "LEAF")),
            composed("TOP", some("2", "MID"), some("0.5", "LEAF"))));
  }

  @Test
  void a_price_in_another_currency_is_converted_first_and_rounded_to_four_decimals() {
    Catalogue catalogue =
        Catalogue.of(
            List.of(
                item("EUR", OwnPrice.of(UnitPrice.of("0.3333", Currency.EUR)), STANDARD),
                item("RON", "1"),
                composed("R", some("2", "EUR"), some("1", "RON"))));
    // 0.3333 x 4.9755 = 1.65833415
    assertThat(catalogue.price(id("EUR"), IN_LEI_FROM_EURO))
        .isEqualTo(UnitPrice.of("1.6583", Currency.RON));
    assertThat(catalogue.price(id("R"), IN_LEI_FROM_EURO))
        .isEqualTo(UnitPrice.of("4.3166", Currency.RON));
    assertThat(catalogue.prices(id("R")))
        .containsExactly(UnitPrice.of("1", Currency.RON), UnitPrice.of("0.6666", Currency.EUR));
  }

  @Test
  void without_an_exchange_rate_a_foreign_price_is_refused_by_name() {
    Catalogue catalogue =
        Catalogue.of(
            List.of(
                item("EUR", OwnPrice.of(UnitPrice.of("1", Currency.EUR)), STANDARD),
                composed("R", some("1", "EUR"))));
    assertThatThrownBy(() -> catalogue.price(id("R"), PricingTerms.RON))
        .isInstanceOfSatisfying(
            ExchangeRateMissing.class,
            error ->
                assertThat(error.arguments())
                    .containsEntry("item", "EUR")
                    .containsEntry("from", Currency.EUR)
                    .containsEntry("to", Currency.RON));
  }

  @Test
  void the_cost_of_a_recipe_is_known_when_every_cost_in_it_is() {
    CatalogueItem known =
        item(
            "A",
            new OwnPrice(
                UnitPrice.of("10", Currency.RON), Optional.of(UnitPrice.of("6.5", Currency.RON))),
            STANDARD);
    Catalogue catalogue =
        Catalogue.of(
            List.of(
                known,
                item("B", "5"),
                composed("ALL", some("2", "A")),
                composed("SOME", some("2", "A"), some("1", "B")),
                composed("TOP", some("1", "ALL"), some("1", "SOME"))));
    List<PricedLine> lines =
        catalogue.explode(id("TOP"), Quantity.ONE, Explosion.COMPONENTS, PricingTerms.RON);
    assertThat(lines.get(0).cost()).contains(UnitPrice.of("13", Currency.RON));
    assertThat(lines.get(1).cost()).isEmpty();
  }

  @Test
  void a_quantity_that_vanishes_in_multiplying_is_refused() {
    Catalogue catalogue = Catalogue.of(List.of(item("A", "1"), composed("R", some("0.001", "A"))));
    assertThatThrownBy(
            () ->
                catalogue.explode(
                    id("R"), Quantity.of("0.499"), Explosion.COMPONENTS, PricingTerms.RON))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            error -> assertThat(error.violations().get(0).code()).isEqualTo("too-small-quantity"));
    assertThat(
            catalogue
                .explode(id("R"), Quantity.of("0.5"), Explosion.COMPONENTS, PricingTerms.RON)
                .get(0)
                .quantity())
        .isEqualTo(Quantity.of("0.001"));
  }

  @ParameterizedTest
  @ValueSource(ints = {499, 500, 501})
  void an_item_expands_to_five_hundred_lines_and_no_more(int lines) {
    List<CatalogueItem> items = new ArrayList<>();
    List<RecipeComponent> parts = new ArrayList<>();
    // recipes of a hundred components at most, so the lines come from two levels
    for (int from = 0; from < lines; from += Recipe.MAX_COMPONENTS) {
      List<RecipeComponent> leaves = new ArrayList<>();
      for (int i = from; i < Math.min(lines, from + Recipe.MAX_COMPONENTS); i++) {
        items.add(item("L" + i, "1"));
        leaves.add(some("1", "L" + i));
      }
      items.add(item("G" + from, new Recipe(leaves), STANDARD));
      parts.add(some("1", "G" + from));
    }
    items.add(item("TOP", new Recipe(parts), STANDARD));
    Catalogue catalogue = Catalogue.of(items);
    if (lines <= Catalogue.MAX_LINES_PER_ITEM) {
      assertThat(catalogue.explode(id("TOP"), Quantity.ONE, Explosion.LEAVES, PricingTerms.RON))
          .hasSize(lines);
    } else {
      assertThatThrownBy(
              () -> catalogue.explode(id("TOP"), Quantity.ONE, Explosion.LEAVES, PricingTerms.RON))
          .isInstanceOf(TooManyLines.class);
    }
  }

  @Test
  void an_item_that_is_used_a_million_times_over_is_priced_at_once() {
    List<CatalogueItem> items = new ArrayList<>();
    items.add(item("A0", "0.0001"));
    items.add(item("B0", "0.0001"));
    for (int i = 1; i <= Catalogue.MAX_DEPTH; i++) {
      items.add(composed("A" + i, some("1", "A" + (i - 1)), some("1", "B" + (i - 1))));
      items.add(composed("B" + i, some("1", "A" + (i - 1)), some("1", "B" + (i - 1))));
    }
    assertThat(Catalogue.of(items).price(id("A" + Catalogue.MAX_DEPTH), PricingTerms.RON))
        .isEqualTo(UnitPrice.of("0.1024", Currency.RON));
  }

  // ---- what a recipe may be ----

  @ParameterizedTest
  @ValueSource(ints = {9, 10, 11})
  void recipes_nest_ten_levels_deep_and_no_deeper(int levels) {
    List<CatalogueItem> items = new ArrayList<>();
    items.add(item("I0", "1"));
    for (int i = 1; i <= levels; i++) {
      items.add(composed("I" + i, some("1", "I" + (i - 1))));
    }
    if (levels <= Catalogue.MAX_DEPTH) {
      assertThat(Catalogue.of(items).price(id("I" + levels), PricingTerms.RON))
          .isEqualTo(UnitPrice.of("1", Currency.RON));
    } else {
      assertThatThrownBy(() -> Catalogue.of(items)).isInstanceOf(RecipeTooDeep.class);
    }
  }

  @Test
  void a_component_that_is_not_in_the_catalogue_is_not_found() {
    assertThatThrownBy(() -> Catalogue.of(List.of(composed("R", some("1", "X")))))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void a_price_that_is_too_much_for_what_is_made_of_it_is_refused() {
    CatalogueItem leaf = item("A", "1");
    Catalogue catalogue =
        Catalogue.of(
            List.of(leaf, composed("R", some("1000000", "A")), composed("TOP", some("999", "R"))));
    CatalogueItem dearer = leaf.priceBy(OwnPrice.of(UnitPrice.of("1.01", Currency.RON)), BY_ANA);
    CatalogueItem tooDear = leaf.priceBy(OwnPrice.of(UnitPrice.of("1.02", Currency.RON)), BY_ANA);
    assertThat(catalogue.with(leaf).items()).hasSize(3);
    assertThatThrownBy(() -> catalogue.with(tooDear))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            error ->
                assertThat(error.violations())
                    .singleElement()
                    .satisfies(
                        fault -> {
                          assertThat(fault.code()).isEqualTo("recipe-price-out-of-range");
                          assertThat(fault.arguments()).containsEntry("item", "TOP");
                        }));
    assertThatThrownBy(() -> catalogue.with(dearer)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void a_recipe_has_one_to_a_hundred_components_each_once() {
    assertThatThrownBy(() -> new Recipe(List.of())).isInstanceOf(InvalidInput.class);
    List<RecipeComponent> components = new ArrayList<>();
    for (int i = 0; i < Recipe.MAX_COMPONENTS; i++) {
      components.add(some("1", "C" + i));
    }
    assertThat(new Recipe(components).components()).hasSize(100);
    components.add(some("1", "C100"));
    assertThatThrownBy(() -> new Recipe(components)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Recipe(List.of(some("1", "A"), some("2", "A"))))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            error -> assertThat(error.violations().get(0).field()).isEqualTo("components[1].item"));
  }

  @Test
  void what_is_no_longer_sold_is_found_however_deep() {
    Catalogue catalogue =
        Catalogue.of(
            List.of(
                item("LEAF", "1").deactivate(BY_ANA),
                composed("MID", some("1", "LEAF")),
                composed("TOP", some("1", "MID"))));
    assertThat(catalogue.inactiveIn(id("TOP")))
        .extracting(CatalogueItem::code)
        .containsExactly(new ItemCode("LEAF"));
    assertThatThrownBy(() -> catalogue.requireActive(id("TOP"))).isInstanceOf(InactiveItems.class);
  }

  @Test
  void codes_are_read_in_upper_case_and_have_no_blanks() {
    assertThat(new ItemCode("  serv-001 ").value()).isEqualTo("SERV-001");
    assertThat(new ItemCode("ȚEAVĂ-20").value()).isEqualTo("ȚEAVĂ-20");
    for (String wrong : List.of("", " ", "A B", "-A", "A;B", "A\u0000", "X".repeat(41))) {
      assertThatThrownBy(() -> new ItemCode(wrong)).isInstanceOf(InvalidInput.class);
    }
  }

  private static Money net(List<PricedLine> lines) {
    return lines.stream().map(PricedLine::net).reduce(lei("0"), Money::plus);
  }

  private static Money lei(String amount) {
    return Money.of(amount, Currency.RON);
  }
}
