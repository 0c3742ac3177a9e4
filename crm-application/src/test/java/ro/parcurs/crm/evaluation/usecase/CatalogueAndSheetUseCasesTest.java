package ro.parcurs.crm.evaluation.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.catalogue.CyclicRecipe;
import ro.parcurs.crm.catalogue.Explosion;
import ro.parcurs.crm.catalogue.InactiveItems;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.catalogue.usecase.ActivateItem;
import ro.parcurs.crm.catalogue.usecase.AddItem;
import ro.parcurs.crm.catalogue.usecase.CatalogueUseCases;
import ro.parcurs.crm.catalogue.usecase.ComponentData;
import ro.parcurs.crm.catalogue.usecase.DeactivateItem;
import ro.parcurs.crm.catalogue.usecase.EditItem;
import ro.parcurs.crm.catalogue.usecase.ItemData;
import ro.parcurs.crm.catalogue.usecase.ItemRef;
import ro.parcurs.crm.catalogue.usecase.PriceData;
import ro.parcurs.crm.catalogue.usecase.SaveRecipe;
import ro.parcurs.crm.catalogue.usecase.SaveVatRates;
import ro.parcurs.crm.catalogue.usecase.ShowItem;
import ro.parcurs.crm.catalogue.usecase.VatRatesView;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.evaluation.SheetState;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRates;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.LeadFixture;
import ro.parcurs.crm.testkit.PursuitFixture;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.UnitOfWork;

class CatalogueAndSheetUseCasesTest {

  private static final Caller ADMIN = Caller.of(DAN);
  private static final Caller AGENT = Caller.of(ANA);

  private final Injector injector =
      Guice.createInjector(
          new InMemoryModule(),
          new CrmModule(new SettableClock(), new SequentialIds(), new DefaultAccessPolicy()));
  private final Crm crm = injector.getInstance(Crm.class);
  private final CatalogueUseCases catalogue = crm.catalogue();
  private final SheetUseCases sheets = crm.sheets();

  // ---- the catalogue ----

  @Test
  void only_those_who_keep_the_catalogue_change_it() {
    AddItem.Command add = AddItem.Command.priced(data("A"), lei("1"));
    assertThatThrownBy(() -> catalogue.add(AGENT, add)).isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> catalogue.add(Caller.of(MARIA), add)).isInstanceOf(NotPermitted.class);
    ItemRef item = catalogue.add(ADMIN, add);
    assertThat(catalogue.show(ANA, new ShowItem.Query(item.id())).mayChange()).isFalse();
  }

  @Test
  void the_same_form_sent_twice_adds_one_item_and_a_taken_code_names_its_item() {
    AddItem.Command add = AddItem.Command.priced(data("A"), lei("1"));
    ItemRef item = catalogue.add(ADMIN.once("form"), add);
    assertThat(catalogue.add(ADMIN.once("form"), add)).isEqualTo(item);
    assertThatThrownBy(() -> catalogue.add(ADMIN, AddItem.Command.priced(data("a"), lei("2"))))
        .isInstanceOfSatisfying(
            AlreadyExists.class,
            error -> assertThat(error.existing()).isEqualTo(item.id().toString()));
  }

  @Test
  void every_fault_of_an_item_is_told_at_once() {
    AddItem.Command wrong =
        AddItem.Command.priced(
            new ItemData("A B", " ", null, null, "x".repeat(101), "21", new BigDecimal("100.01")),
            new PriceData(new BigDecimal("-1"), null, new BigDecimal("0.00001")));
    assertThatThrownBy(() -> catalogue.add(ADMIN, wrong))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            error ->
                assertThat(error.violations())
                    .extracting(fault -> fault.field())
                    .containsExactlyInAnyOrder(
                        "item.code",
                        "item.name",
                        "item.unit",
                        "item.kind",
                        "item.category",
                        "item.commission",
                        "price.price",
                        "price.currency",
                        "price.cost"));
  }

  @Test
  void an_item_has_a_price_or_a_recipe_and_a_rate_of_today() {
    assertFault(
        "price-or-recipe",
        () -> catalogue.add(ADMIN, new AddItem.Command(data("A"), null, List.of())));
    ItemRef leaf = add("LEAF", "5");
    assertFault(
        "price-or-recipe",
        () -> catalogue.add(ADMIN, new AddItem.Command(data("A"), lei("1"), parts(leaf))));
    ItemData old = new ItemData("O", "Vechi", "buc", ItemKind.PRODUCT, "C", "19", BigDecimal.ZERO);
    assertFault(
        "unknown-vat-rate", () -> catalogue.add(ADMIN, AddItem.Command.priced(old, lei("1"))));
  }

  @Test
  void a_recipe_takes_the_place_of_the_price_and_its_cycle_is_refused() {
    ItemRef leaf = add("LEAF", "5");
    ItemRef top = add("TOP", "1");
    ItemRef composed =
        catalogue.saveRecipe(ADMIN, new SaveRecipe.Command(top.id(), top.version(), parts(leaf)));
    assertThat(catalogue.show(DAN, new ShowItem.Query(top.id())).price()).isEmpty();
    assertThat(catalogue.show(DAN, new ShowItem.Query(top.id())).summary().prices())
        .containsExactly(UnitPrice.of("10", Currency.RON));
    assertThatThrownBy(
            () ->
                catalogue.saveRecipe(
                    ADMIN, new SaveRecipe.Command(leaf.id(), leaf.version(), parts(composed))))
        .isInstanceOf(CyclicRecipe.class)
        .hasMessageContaining("LEAF → TOP → LEAF");
    assertThatThrownBy(
            () ->
                catalogue.saveRecipe(
                    ADMIN, new SaveRecipe.Command(top.id(), top.version(), parts(leaf))))
        .isInstanceOf(ConcurrentChange.class);
  }

  @Test
  void what_is_no_longer_sold_is_put_on_nothing_new_and_stays_where_it_is() {
    ItemRef leaf = add("LEAF", "5");
    ItemRef top = catalogue.add(ADMIN, AddItem.Command.composed(data("TOP"), parts(leaf)));
    Lead lead = leadAt(Step.MEETING_EVALUATION);
    SheetRef sheet = change(addSheet(lead), top, "3");
    ItemRef gone =
        catalogue.deactivate(ADMIN, new DeactivateItem.Command(leaf.id(), leaf.version()));
    assertThatThrownBy(
            () -> catalogue.add(ADMIN, AddItem.Command.composed(data("NEW"), parts(leaf))))
        .isInstanceOf(InactiveItems.class);
    assertThat(change(sheet, top, "4").version()).isEqualTo(sheet.version().next());
    assertThat(show(sheet).figures().lines().get(0).notSold()).hasSize(1);
    SheetRef other = addSheet(leadAt(Step.MEETING_EVALUATION));
    assertThatThrownBy(() -> change(other, top, "1")).isInstanceOf(InactiveItems.class);
    catalogue.activate(ADMIN, new ActivateItem.Command(gone.id(), gone.version()));
    change(other, top, "1");
  }

  @Test
  void the_vat_rates_are_changed_by_those_who_keep_the_catalogue() {
    VatRatesView before = catalogue.vatRates(DAN);
    List<SaveVatRates.Period> periods = new ArrayList<>();
    for (VatRates.Period period : before.rates().periods()) {
      periods.add(
          new SaveVatRates.Period(
              period.rate().code(),
              period.rate().percentage().value(),
              period.rate().exempt(),
              period.from(),
              period.until().orElse(null)));
    }
    periods.add(
        new SaveVatRates.Period("7", new BigDecimal("7"), false, LocalDate.of(2026, 1, 1), null));
    SaveVatRates.Command save = new SaveVatRates.Command(before.version(), periods);
    assertThatThrownBy(() -> catalogue.saveVatRates(AGENT, save)).isInstanceOf(NotPermitted.class);
    catalogue.saveVatRates(ADMIN, save);
    assertThat(catalogue.vatRates(ANA).validToday()).hasSize(before.validToday().size() + 1);
    assertThatThrownBy(() -> catalogue.saveVatRates(ADMIN, save))
        .isInstanceOf(ConcurrentChange.class);
  }

  // ---- sheets ----

  @Test
  void a_sheet_is_added_inside_an_open_meeting_responsibility_only_and_once() {
    for (Step step : List.of(Step.PROSPECT_CONTACT, Step.OFFER_NEGOTIATION, Step.CONTRACTING)) {
      Lead lead = leadAt(step);
      assertThatThrownBy(() -> addSheet(lead)).isInstanceOf(NoOpenEvaluation.class);
    }
    Lead lead = leadAt(Step.MEETING_EVALUATION);
    SheetRef sheet = addSheet(lead);
    assertThat(sheet.number().toString()).isEqualTo("FE-2026-00001");
    assertThatThrownBy(() -> addSheet(lead)).isInstanceOf(AlreadyExists.class);
    sheets.discard(AGENT, new DiscardSheet.Command(sheet.id(), sheet.version()));
    assertThat(addSheet(lead).number().toString()).isEqualTo("FE-2026-00002");
  }

  @Test
  void a_draft_shows_the_prices_of_the_day_and_a_finalised_sheet_its_own() {
    ItemRef leaf = add("LEAF", "5");
    SheetRef sheet = change(addSheet(leadAt(Step.MEETING_EVALUATION)), leaf, "3");
    assertThat(net(sheet)).isEqualTo("15.00");
    ItemRef dearer = reprice(leaf, "6");
    assertThat(net(sheet)).isEqualTo("18.00");
    SheetRef finalised =
        sheets.finalise(AGENT, new FinaliseSheet.Command(sheet.id(), sheet.version()));
    reprice(dearer, "7");
    assertThat(net(finalised)).isEqualTo("18.00");
    assertThat(show(finalised).changes()).hasSize(1);
    assertThatThrownBy(() -> change(finalised, leaf, "4")).isInstanceOf(NoSuchTransition.class);
    assertThat(show(finalised).state()).isEqualTo(SheetState.FINALISED);
  }

  @Test
  void a_preview_prices_without_changing_anything() {
    ItemRef leaf = add("LEAF", "5");
    SheetRef sheet = addSheet(leadAt(Step.MEETING_EVALUATION));
    SheetFigures figures =
        sheets.preview(
            ANA,
            new PreviewSheet.Query(
                sheet.id(),
                List.of(new SheetLineData(leaf.id(), new BigDecimal("2"))),
                SheetTermsData.DEFAULT));
    assertThat(figures.totals().orElseThrow().gross().amount()).isEqualByComparingTo("12.10");
    assertThat(show(sheet).version()).isEqualTo(sheet.version());
    assertThat(show(sheet).figures().lines()).isEmpty();
  }

  @Test
  void what_cannot_be_priced_yet_is_kept_and_says_why() {
    ItemRef euro =
        catalogue.add(
            ADMIN,
            AddItem.Command.priced(data("E"), new PriceData(BigDecimal.TEN, Currency.EUR, null)));
    SheetRef sheet = change(addSheet(leadAt(Step.MEETING_EVALUATION)), euro, "2");
    assertThat(show(sheet).figures().totals()).isEmpty();
    assertThat(show(sheet).figures().lines().get(0).problem()).isPresent();
    SheetRef withRate =
        sheets.change(
            AGENT,
            new ChangeSheet.Command(
                sheet.id(),
                sheet.version(),
                List.of(new SheetLineData(euro.id(), new BigDecimal("2"))),
                new SheetTermsData(Currency.RON, new BigDecimal("4.9755"), Explosion.COMPONENTS)));
    assertThat(net(withRate)).isEqualTo("99.51");
  }

  @Test
  void a_colleague_without_the_lead_sees_and_changes_nothing_of_its_sheet() {
    ItemRef leaf = add("LEAF", "5");
    SheetRef sheet = change(addSheet(leadAt(Step.MEETING_EVALUATION)), leaf, "3");
    assertThatThrownBy(() -> sheets.show(ION, new ShowSheet.Query(sheet.id())))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(
            () ->
                sheets.finalise(
                    Caller.of(ION), new FinaliseSheet.Command(sheet.id(), sheet.version())))
        .isInstanceOf(NotPermitted.class);
    assertThat(sheets.list(ION, new ListSheets.Query(SheetFilter.ALL, null, 10)).total().counted())
        .isZero();
    assertThat(sheets.list(ANA, new ListSheets.Query(SheetFilter.ALL, null, 10)).total().counted())
        .isEqualTo(1);
  }

  private Lead leadAt(Step step) {
    Lead lead = LeadFixture.aLead().activatedFor(ANA.id()).build();
    Pursuit pursuit = PursuitFixture.aPursuit(lead.id());
    return injector
        .getInstance(UnitOfWork.class)
        .inTransaction(
            () -> {
              injector.getInstance(Leads.class).add(lead);
              injector.getInstance(Pursuits.class).add(pursuit);
              injector
                  .getInstance(Responsibilities.class)
                  .add(PursuitFixture.anOpen(step, pursuit));
              return lead;
            });
  }

  private SheetRef addSheet(Lead lead) {
    return sheets.add(AGENT, new AddSheet.Command(lead.id()));
  }

  private SheetRef change(SheetRef sheet, ItemRef item, String quantity) {
    return sheets.change(
        AGENT,
        new ChangeSheet.Command(
            sheet.id(),
            sheet.version(),
            List.of(new SheetLineData(item.id(), new BigDecimal(quantity))),
            SheetTermsData.DEFAULT));
  }

  private SheetView show(SheetRef sheet) {
    return sheets.show(ANA, new ShowSheet.Query(sheet.id()));
  }

  private String net(SheetRef sheet) {
    return show(sheet).figures().totals().orElseThrow().net().amount().toString();
  }

  private ItemRef add(String code, String price) {
    return catalogue.add(ADMIN, AddItem.Command.priced(data(code), lei(price)));
  }

  private ItemRef reprice(ItemRef item, String price) {
    return catalogue.edit(
        ADMIN, new EditItem.Command(item.id(), item.version(), data("LEAF"), lei(price)));
  }

  private static ItemData data(String code) {
    return new ItemData(
        code, "Item " + code, "buc", ItemKind.SERVICE, "Servicii", "21", BigDecimal.ZERO);
  }

  private static PriceData lei(String price) {
    return new PriceData(new BigDecimal(price), Currency.RON, null);
  }

  private static List<ComponentData> parts(ItemRef item) {
    return List.of(new ComponentData(item.id(), new BigDecimal("2")));
  }

  private static void assertFault(String code, Runnable command) {
    assertThatThrownBy(command::run)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            error ->
                assertThat(error.violations())
                    .extracting(fault -> fault.code())
                    .containsExactly(code));
  }
}
