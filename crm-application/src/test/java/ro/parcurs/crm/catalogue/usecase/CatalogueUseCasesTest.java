package ro.parcurs.crm.catalogue.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.catalogue.CyclicRecipe;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.testkit.WrittenWorkbook;
import ro.parcurs.crm.work.Caller;

class CatalogueUseCasesTest {

  private static final Caller BY_DAN = Caller.of(DAN);

  private final Injector injector =
      Guice.createInjector(
          new InMemoryModule(),
          new CrmModule(new SettableClock(), new SequentialIds(), new DefaultAccessPolicy()));
  private final CatalogueUseCases catalogue = injector.getInstance(Crm.class).catalogue();

  @Test
  void an_item_is_edited_and_priced_anew() {
    ItemRef item = priced("A", "10");
    ItemRef edited =
        catalogue.edit(
            BY_DAN,
            new EditItem.Command(item.id(), item.version(), data("A2", "11"), price("12.5")));
    ItemView view = show(edited.id());
    assertThat(view.version()).isEqualTo(edited.version()).isEqualTo(item.version().next());
    assertThat(view.summary().details().code()).isEqualTo(ItemCode.of("A2"));
    assertThat(view.price()).contains(UnitPrice.of("12.5", Currency.RON));
  }

  @Test
  void editing_without_a_change_changes_nothing() {
    ItemRef item = priced("A", "10");
    ItemRef same =
        catalogue.edit(
            BY_DAN, new EditItem.Command(item.id(), item.version(), data("A", "21"), price("10")));
    assertThat(same).isEqualTo(item);
    assertThat(show(item.id()).version()).isEqualTo(item.version());
  }

  @Test
  void a_code_belongs_to_one_item() {
    ItemRef first = priced("A", "10");
    ItemRef second = priced("B", "10");
    assertThatThrownBy(() -> priced("A", "1"))
        .isInstanceOfSatisfying(
            AlreadyExists.class,
            refusal -> assertThat(refusal.existing()).isEqualTo(first.id().toString()));
    assertThatThrownBy(
            () ->
                catalogue.edit(
                    BY_DAN,
                    new EditItem.Command(
                        second.id(), second.version(), data("A", "21"), price("10"))))
        .isInstanceOf(AlreadyExists.class);
    assertThat(show(second.id()).summary().details().code()).isEqualTo(ItemCode.of("B"));
  }

  @Test
  void an_item_with_a_recipe_is_priced_by_it_until_the_recipe_is_removed() {
    ItemRef part = priced("PART", "2.50");
    ItemRef item = priced("WHOLE", "99");
    ItemRef composed = recipe(item, part.id(), "4");
    assertThat(show(item.id()).price()).isEmpty();
    assertThat(show(item.id()).components())
        .extracting(component -> component.item().id())
        .containsExactly(part.id());
    assertThat(show(part.id()).usedIn()).extracting(ItemSummary::id).containsExactly(item.id());
    ItemRef again =
        catalogue.removeRecipe(
            BY_DAN, new RemoveRecipe.Command(item.id(), composed.version(), price("11")));
    assertThat(show(item.id()).price()).contains(UnitPrice.of("11", Currency.RON));
    assertThatThrownBy(
            () ->
                catalogue.removeRecipe(
                    BY_DAN, new RemoveRecipe.Command(item.id(), again.version(), price("12"))))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void a_cycle_is_refused_with_its_path_and_nothing_is_saved() {
    ItemRef a = priced("A", "1");
    ItemRef b = recipe(priced("B", "1"), a.id(), "1");
    ItemRef c = recipe(priced("C", "1"), b.id(), "1");
    assertThatThrownBy(() -> recipe(a, c.id(), "1"))
        .isInstanceOfSatisfying(
            CyclicRecipe.class,
            refusal ->
                assertThat(refusal.path())
                    .extracting(ItemCode::value)
                    .startsWith("A")
                    .endsWith("A")
                    .contains("B", "C"));
    assertThat(show(a.id()).components()).isEmpty();
    assertThat(show(a.id()).version()).isEqualTo(a.version());
  }

  @Test
  void an_item_that_is_not_sold_any_more_is_not_put_into_a_new_recipe() {
    ItemRef old = priced("OLD", "1");
    ItemRef item = priced("NEW", "1");
    ItemRef off = catalogue.deactivate(BY_DAN, new DeactivateItem.Command(old.id(), old.version()));
    assertThatThrownBy(() -> recipe(item, old.id(), "1"))
        .hasMessageContaining("inactive-items")
        .hasMessageContaining("OLD");
    ItemRef on = catalogue.activate(BY_DAN, new ActivateItem.Command(old.id(), off.version()));
    assertThat(catalogue.activate(BY_DAN, new ActivateItem.Command(old.id(), on.version())))
        .isEqualTo(on);
    recipe(item, old.id(), "1");
  }

  @Test
  void an_item_that_changed_since_it_was_seen_is_not_overwritten() {
    ItemRef item = priced("A", "10");
    catalogue.edit(
        BY_DAN, new EditItem.Command(item.id(), item.version(), data("A", "21"), price("11")));
    assertThatThrownBy(
            () ->
                catalogue.edit(
                    BY_DAN,
                    new EditItem.Command(item.id(), item.version(), data("A", "21"), price("12"))))
        .isInstanceOf(ConcurrentChange.class);
    assertThat(show(item.id()).price()).contains(UnitPrice.of("11", Currency.RON));
  }

  @Test
  void only_admins_change_the_catalogue() {
    ItemRef item = priced("A", "10");
    for (Caller other : List.of(Caller.of(ANA), Caller.of(MARIA))) {
      assertThatThrownBy(
              () -> catalogue.add(other, AddItem.Command.priced(data("B", "21"), price("1"))))
          .isInstanceOf(NotPermitted.class);
      assertThatThrownBy(
              () ->
                  catalogue.deactivate(
                      other, new DeactivateItem.Command(item.id(), item.version())))
          .isInstanceOf(NotPermitted.class);
      assertThatThrownBy(() -> catalogue.saveVatRates(other, withAnother(vatRates().version())))
          .isInstanceOf(NotPermitted.class);
    }
    assertThat(show(item.id()).version()).isEqualTo(item.version());
  }

  @Test
  void what_is_wrong_with_an_item_is_told_with_its_field() {
    assertFault(
        () -> catalogue.add(BY_DAN, AddItem.Command.priced(data("", "21"), price("1"))),
        "item.code");
    assertFault(
        () -> catalogue.add(BY_DAN, AddItem.Command.priced(data("A", "99"), price("1"))),
        "item.vatRate");
    assertFault(
        () -> catalogue.add(BY_DAN, AddItem.Command.priced(data("A", "21"), price("-1"))),
        "price.price");
    assertFault(
        () -> catalogue.add(BY_DAN, new AddItem.Command(data("A", "21"), null, List.of())),
        "price");
  }

  @Test
  void vat_rates_are_data_with_dates_that_only_the_newest_edition_may_replace() {
    Version seen = vatRates().version();
    SaveVatRates.Result saved = catalogue.saveVatRates(BY_DAN, withAnother(seen));
    assertThat(vatRates().version()).isEqualTo(saved.version());
    assertThat(vatRates().validToday()).extracting(rate -> rate.code()).contains("15");
    assertThat(catalogue.saveVatRates(BY_DAN, withAnother(saved.version())).version())
        .as("saved again without a change")
        .isEqualTo(saved.version());
    assertThatThrownBy(() -> catalogue.saveVatRates(BY_DAN, withAnother(seen)))
        .isInstanceOf(ConcurrentChange.class);
  }

  /** Today's rates and one more. */
  private SaveVatRates.Command withAnother(Version seen) {
    List<SaveVatRates.Period> periods = new ArrayList<>();
    vatRates().rates().periods().stream()
        .filter(period -> !period.rate().code().equals("15"))
        .forEach(
            period ->
                periods.add(
                    new SaveVatRates.Period(
                        period.rate().code(),
                        period.rate().percentage().value(),
                        period.rate().exempt(),
                        period.from(),
                        period.until().orElse(null))));
    periods.add(
        new SaveVatRates.Period("15", new BigDecimal("15"), false, LocalDate.of(2026, 1, 1), null));
    return new SaveVatRates.Command(seen, periods);
  }

  private VatRatesView vatRates() {
    return catalogue.vatRates(DAN);
  }

  @Test
  void the_catalogue_is_exported_by_code_with_its_recipes() {
    ItemRef component = priced("B", "10.1234");
    ItemRef whole = priced("A", "1");
    recipe(whole, component.id(), "2.5");
    catalogue.deactivate(BY_DAN, new DeactivateItem.Command(component.id(), component.version()));
    byte[] file =
        WrittenWorkbook.bytes(
            to -> catalogue.export(DAN, new ExportCatalogue.Query(Locale.ENGLISH), to));
    Spreadsheets spreadsheets = injector.getInstance(Spreadsheets.class);
    assertThat(WrittenWorkbook.texts(spreadsheets, file, "Catalogue"))
        .containsExactly(
            List.of(
                "Code",
                "Name",
                "Unit",
                "Kind",
                "Category",
                "Price",
                "Currency",
                "Cost",
                "VAT rate",
                "Commission",
                "Active"),
            List.of("A", "Articol", "buc", "Product", "Diverse", "", "", "", "21", "2.5%", "DA"),
            List.of(
                "B", "Articol", "buc", "Product", "Diverse", "10.1234", "RON", "", "21", "2.5%",
                "NU"));
    assertThat(WrittenWorkbook.texts(spreadsheets, file, "Recipes"))
        .containsExactly(List.of("Item", "Component", "Quantity"), List.of("A", "B", "2.5"));
  }

  private ItemRef priced(String code, String price) {
    return catalogue.add(BY_DAN, AddItem.Command.priced(data(code, "21"), price(price)));
  }

  private ItemRef recipe(ItemRef item, ItemId component, String quantity) {
    return catalogue.saveRecipe(
        BY_DAN,
        new SaveRecipe.Command(
            item.id(),
            item.version(),
            List.of(new ComponentData(component, new BigDecimal(quantity)))));
  }

  private ItemView show(ItemId id) {
    return catalogue.show(DAN, new ShowItem.Query(id));
  }

  private static ItemData data(String code, String vatRate) {
    return new ItemData(
        code, "Articol", "buc", ItemKind.PRODUCT, "Diverse", vatRate, new BigDecimal("2.5"));
  }

  private static PriceData price(String price) {
    return new PriceData(new BigDecimal(price), Currency.RON, null);
  }

  private static void assertFault(Runnable command, String field) {
    assertThatThrownBy(command::run)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            fault ->
                assertThat(fault.violations()).extracting(Violation::field).containsExactly(field));
  }
}
