package ro.parcurs.crm.catalogue.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;
import static ro.parcurs.crm.testkit.Workbooks.aWorkbook;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.spreadsheet.FaultyRows;
import ro.parcurs.crm.spreadsheet.PreviewedTable;
import ro.parcurs.crm.spreadsheet.RowFault;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.TableChoice;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.testkit.Workbooks;
import ro.parcurs.crm.testkit.WrittenWorkbook;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.KeyReused;

class ImportCatalogueTest {

  private static final Locale RO = Locale.forLanguageTag("ro");
  private static final Caller BY_DAN = Caller.of(DAN);
  private static final String HEADINGS =
      "Cod | Denumire | UM | Tip | Categorie | Preț | Monedă | Cost | Cotă TVA | Comision | Activ";

  private final Injector injector =
      Guice.createInjector(
          new InMemoryModule(),
          new CrmModule(new SettableClock(), new SequentialIds(), new DefaultAccessPolicy()));
  private final CatalogueUseCases catalogue = injector.getInstance(Crm.class).catalogue();
  private final Messages messages = injector.getInstance(Messages.class);
  private final Spreadsheets spreadsheets = injector.getInstance(Spreadsheets.class);

  // ---- what is taken over ----

  @Test
  void items_and_recipes_are_added_from_both_sheets_in_any_order() throws IOException {
    ImportCatalogue.Result result =
        taken(
            aWorkbook()
                .sheet(
                    "Nomenclator",
                    HEADINGS,
                    "set | Set uși | set | produs | Uși | | | | 21 | 3 | da",
                    "USA | Ușă | buc | Produs | Uși | 120.5 | EUR | 80 | 21% | 2.5 |",
                    "MONT | Montaj | oră | serviciu | Servicii | 1.234,5 | | | 11 | | nu")
                .sheet(
                    "Rețete",
                    "Cod item | Componentă | Cantitate",
                    "SET | USA | 2",
                    "SET | mont | 1.5"));
    assertThat(result).isEqualTo(new ImportCatalogue.Result(3, 0, 0));
    CatalogueItem set = item("SET");
    assertThat(set.name()).isEqualTo("Set uși");
    assertThat(set.details().commission().value()).isEqualByComparingTo("3");
    assertThat(
            set.recipe().orElseThrow().components().stream()
                .map(part -> codeOf(part.item()) + " x " + part.quantity()))
        .containsExactly("USA x 2", "MONT x 1.5");
    assertThat(item("USA").price().orElseThrow()).hasToString("120.5000 EUR");
    assertThat(item("USA").cost().orElseThrow()).hasToString("80.0000 EUR");
    assertThat(item("USA").isActive()).isTrue();
    assertThat(item("MONT").price().orElseThrow()).hasToString("1234.5000 RON");
    assertThat(item("MONT").details().kind()).isEqualTo(ItemKind.SERVICE);
    assertThat(item("MONT").details().commission().isZero()).isTrue();
    assertThat(item("MONT").isActive()).as("taken out of what is sold once it was used").isFalse();
    assertThat(events())
        .containsExactlyInAnyOrder("ItemAdded", "ItemAdded", "ItemAdded", "ItemDeactivated");
  }

  @Test
  void what_is_exported_is_imported_as_it_is_and_changes_nothing() throws IOException {
    taken(sample());
    int events = events().size();
    List<CatalogueItem> before = items();
    for (Locale language : List.of(RO, Locale.ENGLISH)) {
      byte[] file =
          WrittenWorkbook.bytes(
              to -> catalogue.export(DAN, new ExportCatalogue.Query(language), to));
      PreviewCatalogueImport.Plan plan = preview(file).plan().orElseThrow();
      assertThat(plan.faults()).isEmpty();
      assertThat(plan.changes()).isEmpty();
      assertThat(plan.unchanged()).isEqualTo(3);
      assertThat(taken(file)).isEqualTo(new ImportCatalogue.Result(0, 0, 3));
    }
    assertThat(items()).isEqualTo(before);
    assertThat(events()).hasSize(events);
  }

  @Test
  void a_cell_that_is_empty_or_a_column_that_is_missing_leaves_what_is_known() throws IOException {
    taken(sample());
    CatalogueItem before = item("USA");
    assertThat(taken(aWorkbook().sheet("Prețuri", "Preț | Cod", "130 | usa", " | SET")))
        .isEqualTo(new ImportCatalogue.Result(0, 1, 1));
    CatalogueItem after = item("USA");
    assertThat(after.details()).isEqualTo(before.details());
    assertThat(after.price().orElseThrow()).hasToString("130.0000 EUR");
    assertThat(after.cost()).isEqualTo(before.cost());
    assertThat(after.version()).isEqualTo(before.version().next());
    assertThat(events()).endsWith("ItemPriceChanged");
  }

  @Test
  void everything_that_a_form_can_change_is_changed_with_the_same_events() throws IOException {
    taken(sample());
    assertThat(
            taken(
                aWorkbook()
                    .sheet(
                        "Nomenclator",
                        HEADINGS,
                        "USA | Ușă nouă | | | | | | | | | nu",
                        "MONT | | | | | 60 | | | | |",
                        "SET | | | | | 500 | RON | | | |",
                        "NOU | Nou | buc | produs | Uși | | | | 21 | |")
                    .sheet(
                        "Rețete",
                        "Cod item | Componentă | Cantitate",
                        "NOU | USA | 1",
                        "NOU | MONT | 2")))
        .isEqualTo(new ImportCatalogue.Result(1, 3, 0));
    assertThat(item("USA").isActive()).isFalse();
    assertThat(item("SET").recipe()).isEmpty();
    assertThat(item("SET").price().orElseThrow()).hasToString("500.0000 RON");
    assertThat(item("NOU").recipe().orElseThrow().components()).hasSize(2);
    assertThat(events().subList(3, events().size()))
        .containsExactly(
            "ItemPriceChanged", "ItemEdited", "ItemDeactivated", "ItemAdded", "ItemPriceChanged");
  }

  @Test
  void recipes_may_come_alone_and_replace_those_there_were() throws IOException {
    taken(sample());
    assertThat(taken(aWorkbook().sheet("R", "Componentă | Cod item | Cantitate", "MONT | SET | 4")))
        .isEqualTo(new ImportCatalogue.Result(0, 1, 0));
    assertThat(item("SET").recipe().orElseThrow().components()).hasSize(1);
    assertThat(events()).endsWith("RecipeSaved");
  }

  // ---- what is refused ----

  @Test
  void one_bad_row_stops_all_and_every_fault_is_told_with_its_row_and_column() throws IOException {
    taken(sample());
    List<CatalogueItem> before = items();
    byte[] file =
        file(
            aWorkbook()
                .sheet(
                    "Nomenclator",
                    HEADINGS,
                    "BUN | Bun | buc | produs | Uși | 1 | RON | | 21 | |",
                    "X1 | | buc | poate | Uși | 12.34567 | USD | | 99 | 101 | uneori",
                    "USA | | | | | 1.234.5 | | | | |",
                    "BUN | | | | | | | | | |",
                    " | Fără cod | buc | produs | Uși | 1 | | | 21 | |",
                    "GOL | Gol | buc | produs | Uși | | | | 21 | |",
                    "SET | | | | | 7 | | | | |")
                .sheet(
                    "Rețete",
                    "Cod item | Componentă | Cantitate",
                    "SET | NIMIC | 2",
                    "SET | USA | 0",
                    "SET | USA | 1",
                    "ALTUL | USA | 1"));
    FaultyRows refusal = catchThrowableOfType(FaultyRows.class, () -> taken(file));
    assertThat(told(refusal.faults()))
        .containsExactlyInAnyOrder(
            "Nomenclator 3 NAME required",
            "Nomenclator 3 KIND kind-unknown",
            "Nomenclator 3 PRICE too-many-decimals",
            "Nomenclator 3 CURRENCY currency-unknown",
            "Nomenclator 3 VAT unknown-vat-rate",
            "Nomenclator 3 COMMISSION out-of-range",
            "Nomenclator 3 ACTIVE yes-or-no",
            "Nomenclator 4 PRICE cell-no-number",
            "Nomenclator 5 CODE code-twice",
            "Nomenclator 6 CODE required",
            "Nomenclator 7 PRICE price-or-recipe",
            "Nomenclator 8 PRICE price-or-recipe",
            "Rețete 2 COMPONENT unknown-item",
            "Rețete 3 QUANTITY not-positive",
            "Rețete 4 COMPONENT component-twice",
            "Rețete 5 ITEM unknown-item");
    assertThat(messages.of(refusal, RO))
        .startsWith("Nimic nu a fost preluat. Greșeli: 16. ")
        .contains("Nomenclator, rândul 3, Preț: Cel mult 4 zecimale.")
        .contains("Rețete, rândul 2, Componentă: ");
    assertThat(messages.of(refusal, Locale.ENGLISH)).contains("Rețete, row 3, Quantity: Must be");
    assertThat(items()).isEqualTo(before);
    PreviewCatalogueImport.Preview preview = preview(file);
    assertThat(preview.plan().orElseThrow().faults()).isEqualTo(refusal.faults());
    assertThat(preview.items().orElseThrow().first().get(1).faults()).hasSize(7);
    assertThat(preview.recipes().orElseThrow().first().get(0).faults()).hasSize(1);
  }

  @Test
  void recipes_that_lead_round_are_refused_with_the_path_and_nothing_is_saved() throws IOException {
    taken(sample());
    FaultyRows refusal =
        catchThrowableOfType(
            FaultyRows.class,
            () ->
                taken(
                    aWorkbook()
                        .sheet(
                            "R",
                            "Cod item | Componentă | Cantitate",
                            "USA | SET | 1",
                            "MONT | MONT | 1")));
    assertThat(refusal.faults().stream().map(fault -> messages.of(fault, Locale.ENGLISH)))
        .containsExactly(
            "R, row 2, Item: The recipe leads back to the same item: USA → SET → USA.",
            "R, row 3, Item: The recipe leads back to the same item: MONT → MONT.");
    assertThat(item("USA").recipe()).isEmpty();
  }

  @Test
  void what_is_not_sold_any_more_comes_into_no_recipe_but_stays_where_it_is() throws IOException {
    taken(sample());
    CatalogueItem door = item("USA");
    catalogue.deactivate(BY_DAN, new DeactivateItem.Command(door.id(), door.version()));
    assertThat(
            taken(
                aWorkbook()
                    .sheet(
                        "R",
                        "Cod item | Componentă | Cantitate",
                        "SET | USA | 9",
                        "SET | MONT | 1.5")))
        .isEqualTo(new ImportCatalogue.Result(0, 1, 0));
    Workbooks other = aWorkbook().sheet("R", "Cod item | Componentă | Cantitate", "MONT | USA | 1");
    FaultyRows refusal = catchThrowableOfType(FaultyRows.class, () -> taken(other));
    assertThat(told(refusal.faults())).containsExactly("R 2 COMPONENT inactive-items");
    assertThat(taken(other.sheet("N", "Cod | Activ", "USA | da")))
        .isEqualTo(new ImportCatalogue.Result(0, 2, 0));
  }

  @Test
  void a_price_in_another_currency_needs_its_cost_again() throws IOException {
    taken(sample());
    FaultyRows refusal =
        catchThrowableOfType(
            FaultyRows.class,
            () ->
                taken(
                    aWorkbook()
                        .sheet(
                            "N",
                            "Cod | Preț | Monedă | Cost",
                            "USA | 600 | RON |",
                            "MONT | | EUR |",
                            "SET | | | 4")));
    assertThat(told(refusal.faults()))
        .containsExactly("N 2 COST required", "N 3 PRICE required", "N 4 COST price-or-recipe");
  }

  @Test
  void a_rate_that_has_ended_is_kept_and_given_to_nobody_else() throws IOException {
    taken(sample());
    injector
        .getInstance(Crm.class)
        .catalogue()
        .saveVatRates(
            BY_DAN,
            new SaveVatRates.Command(
                catalogue.vatRates(DAN).version(),
                List.of(
                    new SaveVatRates.Period(
                        "22", new BigDecimal("22"), false, LocalDate.of(2026, 1, 1), null))));
    byte[] file =
        WrittenWorkbook.bytes(to -> catalogue.export(DAN, new ExportCatalogue.Query(RO), to));
    assertThat(taken(file)).isEqualTo(new ImportCatalogue.Result(0, 0, 3));
    assertThat(
            told(
                catchThrowableOfType(
                        FaultyRows.class,
                        () -> taken(aWorkbook().sheet("N", "Cod | TVA", "USA | 11")))
                    .faults()))
        .containsExactly("N 2 VAT unknown-vat-rate");
  }

  @Test
  void only_who_may_change_the_catalogue_imports_it_or_looks_at_an_import() {
    byte[] file = file(sample());
    for (Caller other : List.of(Caller.of(ANA), Caller.of(MARIA))) {
      assertThatThrownBy(() -> catalogue.importFrom(other, command(file)))
          .isInstanceOf(NotPermitted.class);
      assertThatThrownBy(() -> catalogue.previewImport(other.actor(), query(file)))
          .isInstanceOf(NotPermitted.class);
    }
    assertThat(items()).isEmpty();
  }

  @Test
  void a_file_without_a_table_of_the_catalogue_is_refused() {
    assertUnreadable(
        file(aWorkbook().sheet("X", "Nume | Oraș", "Ana | Cluj")), WorkbookFault.NO_HEADER);
    assertUnreadable(new byte[0], WorkbookFault.EMPTY_FILE);
    assertUnreadable("Cod,Preț".getBytes(StandardCharsets.UTF_8), WorkbookFault.NO_WORKBOOK);
    byte[] file = file(sample());
    assertThatThrownBy(
            () ->
                catalogue.importFrom(
                    BY_DAN,
                    new ImportCatalogue.Command(
                        () -> new ByteArrayInputStream(file),
                        TableChoice.leftOut(),
                        TableChoice.leftOut(),
                        null,
                        RO)))
        .isInstanceOf(UnreadableWorkbook.class);
  }

  private void assertUnreadable(byte[] file, WorkbookFault fault) {
    assertThatThrownBy(() -> taken(file))
        .isInstanceOfSatisfying(
            UnreadableWorkbook.class, refusal -> assertThat(refusal.fault()).isEqualTo(fault));
  }

  // ---- twice, and after others ----

  @Test
  void the_same_import_under_a_key_is_done_once_and_another_is_refused() throws IOException {
    Caller once = BY_DAN.once("import");
    ImportCatalogue.Result first = catalogue.importFrom(once, command(file(sample())));
    assertThat(catalogue.importFrom(once, command(file(sample())))).isEqualTo(first);
    assertThat(events()).hasSize(3);
    byte[] other = file(aWorkbook().sheet("N", "Cod | Preț", "MONT | 2"));
    assertThatThrownBy(() -> catalogue.importFrom(once, command(other)))
        .isInstanceOf(KeyReused.class);
  }

  @Test
  void what_was_changed_since_the_workbook_was_looked_at_is_not_overwritten() throws IOException {
    taken(sample());
    byte[] file = file(aWorkbook().sheet("N", "Cod | Preț", "MONT | 2", "NOU2 | 1"));
    byte[] sound = file(aWorkbook().sheet("N", "Cod | Preț", "MONT | 2"));
    assertThat(preview(file).plan().orElseThrow().faults()).isNotEmpty();
    ItemsSeen seen = preview(sound).plan().orElseThrow().seen();
    CatalogueItem hours = item("MONT");
    ItemRef off =
        catalogue.deactivate(BY_DAN, new DeactivateItem.Command(hours.id(), hours.version()));
    ImportCatalogue.Command late =
        new ImportCatalogue.Command(
            () -> new ByteArrayInputStream(sound),
            TableChoice.found(),
            TableChoice.found(),
            seen,
            RO);
    assertThatThrownBy(() -> catalogue.importFrom(BY_DAN, late))
        .isInstanceOfSatisfying(
            ConcurrentChange.class,
            refusal -> assertThat(refusal.winner().by()).isEqualTo(DAN.id()))
        .hasMessageContaining("MONT");
    assertThat(item("MONT").version()).isEqualTo(off.version());
    assertThat(
            catalogue.importFrom(
                BY_DAN,
                new ImportCatalogue.Command(
                    () -> new ByteArrayInputStream(sound),
                    TableChoice.found(),
                    TableChoice.found(),
                    preview(sound).plan().orElseThrow().seen(),
                    RO)))
        .isEqualTo(new ImportCatalogue.Result(0, 1, 0));
  }

  // ---- the preview ----

  @Test
  void the_preview_tells_what_would_be_added_and_changed_and_keeps_nothing() throws IOException {
    taken(sample());
    List<CatalogueItem> before = items();
    PreviewCatalogueImport.Plan plan =
        preview(
                file(
                    aWorkbook()
                        .sheet(
                            "N",
                            "Cod | Denumire | UM | Tip | Categorie | Preț | Cotă TVA",
                            "NOU | Nou | buc | produs | Uși | 5 | 21",
                            "MONT | Montaj | | | | 70 | ",
                            "USA | | | | | |")
                        .sheet("R", "Cod item | Componentă | Cantitate", "SET | NOU | 3")))
            .plan()
            .orElseThrow();
    assertThat(plan.added()).isEqualTo(1);
    assertThat(plan.changed()).isEqualTo(2);
    assertThat(plan.unchanged()).isEqualTo(1);
    assertThat(plan.faults()).isEmpty();
    ItemChange repriced = plan.changes().get(1);
    assertThat(repriced.code()).isEqualTo(ItemCode.of("MONT"));
    assertThat(repriced.differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.column()).isEqualTo(ItemColumn.PRICE);
              assertThat(difference.from().text()).isEqualTo("50");
              assertThat(difference.to().text()).isEqualTo("70");
            });
    ItemChange composed = plan.changes().get(2);
    assertThat(composed.isRecipeChanged()).isTrue();
    assertThat(composed.recipeBefore())
        .extracting(part -> part.item().value())
        .containsExactly("USA", "MONT");
    assertThat(composed.recipeAfter())
        .extracting(part -> part.item().value())
        .containsExactly("NOU");
    assertThat(items()).isEqualTo(before);
  }

  @Test
  void the_preview_tells_which_columns_are_unknown_or_missing_and_can_be_corrected()
      throws IOException {
    byte[] file =
        file(
            aWorkbook()
                .sheet(
                    "Listă",
                    "Nr | Cod intern | Denumire | UM | Tip | Grupă | Preț | TVA",
                    "1 | A1 | Unu | buc | produs | Uși | 5 | 21"));
    PreviewCatalogueImport.Preview preview = preview(file);
    assertThat(preview.sheets()).containsExactly("Listă");
    PreviewedTable<ItemColumn> items = preview.items().orElseThrow();
    assertThat(items.columns().unread()).isEqualTo(Map.of(0, "Nr", 1, "Cod intern"));
    assertThat(items.missing()).containsExactly(ItemColumn.CODE);
    assertThat(preview.plan()).isEmpty();
    assertThatThrownBy(() -> taken(file)).hasMessageContaining("Cod");
    TableChoice<ItemColumn> said =
        new TableChoice<>("Listă", items.columns().with(1, Optional.of(ItemColumn.CODE)).places());
    assertThat(
            catalogue.importFrom(
                BY_DAN,
                new ImportCatalogue.Command(
                    () -> new ByteArrayInputStream(file), said, TableChoice.found(), null, RO)))
        .isEqualTo(new ImportCatalogue.Result(1, 0, 0));
    assertThat(item("A1").price().orElseThrow().currency()).isEqualTo(Currency.RON);
  }

  @Test
  void a_table_that_lacks_a_column_is_not_passed_over_in_silence() throws IOException {
    taken(sample());
    Workbooks withoutCode =
        aWorkbook()
            .sheet("Nomenclator", "Reper | Denumire | Preț", "USA | Ușă | 1")
            .sheet("Rețete", "Cod item | Componentă | Cantitate", "SET | USA | 1");
    assertThat(preview(file(withoutCode)).items().orElseThrow().missing())
        .containsExactly(ItemColumn.CODE);
    assertThatThrownBy(() -> taken(withoutCode)).isInstanceOf(UnreadableWorkbook.class);
    Workbooks withoutItem =
        aWorkbook()
            .sheet("Nomenclator", "Cod | Preț", "USA | 1")
            .sheet("Rețete", "Reper | Componentă | Cantitate", "SET | USA | 1");
    assertThat(preview(file(withoutItem)).recipes().orElseThrow().missing())
        .containsExactly(RecipeColumn.ITEM);
    byte[] file = file(withoutItem);
    assertThat(
            catalogue.importFrom(
                BY_DAN,
                new ImportCatalogue.Command(
                    () -> new ByteArrayInputStream(file),
                    TableChoice.found(),
                    TableChoice.leftOut(),
                    null,
                    RO)))
        .isEqualTo(new ImportCatalogue.Result(0, 1, 0));
  }

  // ---- fixtures ----

  /** SET, made of USA and MONT. */
  private static Workbooks sample() {
    return aWorkbook()
        .sheet(
            "Nomenclator",
            HEADINGS,
            "SET | Set uși | set | produs | Uși | | | | 21 | 3 | da",
            "USA | Ușă | buc | produs | Uși | 120.5 | EUR | 80 | 21 | 2.5 | da",
            "MONT | Montaj | oră | serviciu | Servicii | 50 | RON | | 11 | 0 | da")
        .sheet("Rețete", "Cod item | Componentă | Cantitate", "SET | USA | 2", "SET | MONT | 1.5");
  }

  private ImportCatalogue.Result taken(Workbooks workbook) throws IOException {
    return taken(file(workbook));
  }

  private ImportCatalogue.Result taken(byte[] file) throws IOException {
    return catalogue.importFrom(BY_DAN, command(file));
  }

  private static ImportCatalogue.Command command(byte[] file) {
    return new ImportCatalogue.Command(
        () -> new ByteArrayInputStream(file), TableChoice.found(), TableChoice.found(), null, RO);
  }

  private PreviewCatalogueImport.Preview preview(byte[] file) throws IOException {
    return catalogue.previewImport(DAN, query(file));
  }

  private static PreviewCatalogueImport.Query query(byte[] file) {
    return new PreviewCatalogueImport.Query(
        () -> new ByteArrayInputStream(file), TableChoice.found(), TableChoice.found(), RO);
  }

  private byte[] file(Workbooks workbook) {
    return workbook.writtenBy(spreadsheets);
  }

  private static List<String> told(List<RowFault> faults) {
    return faults.stream()
        .map(
            fault ->
                fault.sheet()
                    + " "
                    + fault.row()
                    + " "
                    + fault.column().map(Enum::name).orElse("-")
                    + " "
                    + fault.fault().code())
        .toList();
  }

  private List<CatalogueItem> items() {
    return List.copyOf(
        injector.getInstance(CatalogueItems.class).wholeCatalogue().items().stream()
            .sorted((a, b) -> a.code().compareTo(b.code()))
            .toList());
  }

  private CatalogueItem item(String code) {
    return items().stream()
        .filter(item -> item.code().equals(ItemCode.of(code)))
        .findFirst()
        .orElseThrow();
  }

  private String codeOf(ItemId id) {
    return items().stream()
        .filter(item -> item.id().equals(id))
        .map(item -> item.code().value())
        .findFirst()
        .orElseThrow();
  }

  private List<String> events() {
    return injector.getInstance(EventLog.class).after(EventLog.Position.BEGINNING, 1000).stream()
        .map(positioned -> positioned.event().event().type())
        .toList();
  }
}
