package ro.parcurs.crm.adapter.xls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.util.Modules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemDetails;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.catalogue.ItemPricing;
import ro.parcurs.crm.catalogue.OwnPrice;
import ro.parcurs.crm.catalogue.Recipe;
import ro.parcurs.crm.catalogue.RecipeComponent;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.catalogue.usecase.ExportCatalogue;
import ro.parcurs.crm.catalogue.usecase.ImportCatalogue;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.spreadsheet.FaultyRows;
import ro.parcurs.crm.spreadsheet.TableChoice;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.PursuitFixture;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.testkit.WrittenWorkbook;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.UnitOfWork;

/** The catalogue from real workbooks, and back. */
class ImportedCatalogueTest {

  private static final Locale RO = Locale.forLanguageTag("ro");
  private static final List<VatRate> RATES =
      List.of(
          VatRate.of("21", "21"),
          VatRate.of("11", "11"),
          VatRate.of("0", "0"),
          VatRate.exempt("SCUTIT"));
  private static final List<String> NAMES =
      List.of("Ușă", "=1+1", "+40", "-5", "@SUM(A1)", "_x0041_", "<a&\"b\">", "a\nb", "12", "1,5");

  private static Injector injector() {
    return Guice.createInjector(
        new CrmModule(new SettableClock(), new SequentialIds(), new DefaultAccessPolicy()),
        Modules.override(new InMemoryModule()).with(new XlsModule()));
  }

  @Test
  void a_price_list_as_people_have_it_is_taken_over_from_both_formats() throws IOException {
    for (Workbook workbook : List.of(new XSSFWorkbook(), new HSSFWorkbook())) {
      Injector injector = injector();
      assertThat(taken(injector, priceList(workbook)))
          .isEqualTo(new ImportCatalogue.Result(3, 0, 0));
      List<CatalogueItem> items = items(injector);
      assertThat(items)
          .extracting(item -> item.code() + " " + item.name() + " " + item.details().vat().code())
          .containsExactly("1001 Ușă simplă 21", "MONT Montaj 11", "SET Set 21");
      assertThat(items.get(0).price().orElseThrow()).hasToString("120.5000 RON");
      assertThat(items.get(0).details().commission()).isEqualTo(Percentage.of("2.5"));
      assertThat(items.get(1).price().orElseThrow()).hasToString("50.2500 RON");
      assertThat(items.get(1).isActive()).isFalse();
      assertThat(items.get(2).recipe().orElseThrow().components())
          .extracting(part -> part.quantity().toString())
          .containsExactly("2", "0.125");
    }
  }

  /** Under a title, with formulas, merged cells, percentages and a hidden sheet before. */
  private static byte[] priceList(Workbook workbook) throws IOException {
    CellStyle percent = workbook.createCellStyle();
    percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
    workbook.createSheet("Ascunsă").createRow(0).createCell(0).setCellValue("Cod");
    workbook.setSheetHidden(0, true);
    Sheet sheet = workbook.createSheet("Listă de prețuri");
    workbook.setActiveSheet(1);
    sheet.createRow(0).createCell(0).setCellValue("Prețuri 2026");
    row(
        sheet,
        3,
        "Nr",
        "COD",
        "denumire",
        "U.M.",
        "Tip",
        "Grupă",
        "PREŢ",
        "TVA",
        "Comision",
        "Activ");
    Row door = row(sheet, 4, "1", "", "Ușă simplă", "buc", "Produs", "Uși", "", "", "", "");
    door.createCell(1).setCellValue(1001);
    Cell price = door.createCell(6);
    price.setCellFormula("241/2");
    price.setCellValue(120.5);
    Cell vat = door.createCell(7);
    vat.setCellValue(0.21);
    vat.setCellStyle(percent);
    Cell commission = door.createCell(8);
    commission.setCellValue(0.025);
    commission.setCellStyle(percent);
    door.createCell(9).setCellValue(true);
    Row work =
        row(sheet, 6, "2", "mont\u00a0", "Montaj", "oră", "SERVICIU", "", "50,25", "11", "", "nu");
    work.createCell(5).setCellValue("Servicii");
    row(sheet, 7, "3", "set", "Set", "set", "produs", "Uși", "", "21", "", "");
    workbook.createSheet("Goală");
    Sheet recipes = workbook.createSheet("Compoziție");
    row(recipes, 0, "Componenta", "Cantitate", "Cod item");
    row(recipes, 1, "1001", "", "SET").createCell(1).setCellValue(2);
    row(recipes, 2, "MONT", "0,125", "");
    recipes.addMergedRegion(new CellRangeAddress(1, 2, 2, 2));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    workbook.write(bytes);
    workbook.close();
    return bytes.toByteArray();
  }

  private static Row row(Sheet sheet, int number, String... texts) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i].isEmpty()) {
        row.createCell(i).setCellValue(texts[i]);
      }
    }
    return row;
  }

  @Test
  void cells_that_hold_no_value_are_told_with_their_rows_and_nothing_is_kept() throws IOException {
    XSSFWorkbook workbook = new XSSFWorkbook();
    Sheet sheet = workbook.createSheet("Foaie");
    row(sheet, 0, "Cod", "Denumire", "UM", "Tip", "Categorie", "Preț", "TVA");
    row(sheet, 1, "A", "Bun", "buc", "produs", "Uși", "10", "21");
    row(sheet, 2, "B", "Eroare", "buc", "produs", "Uși", "", "21")
        .createCell(5)
        .setCellErrorValue((byte) 7);
    row(sheet, 3, "C", "Necalculat", "buc", "produs", "Uși", "", "21")
        .createCell(5)
        .setCellFormula("A1*2");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    workbook.write(bytes);
    workbook.close();
    Injector injector = injector();
    FaultyRows refusal =
        catchThrowableOfType(FaultyRows.class, () -> taken(injector, bytes.toByteArray()));
    assertThat(refusal.faults())
        .extracting(
            fault -> fault.row() + " " + fault.column().orElseThrow() + " " + fault.fault().code())
        .containsExactly("3 PRICE cell-error-value", "4 PRICE cell-not-calculated");
    assertThat(items(injector)).isEmpty();
  }

  @Test
  void a_file_that_is_cut_or_none_changes_nothing() throws IOException {
    Injector injector = injector();
    byte[] file = priceList(new XSSFWorkbook());
    List<byte[]> wrong = new ArrayList<>();
    wrong.add(Arrays.copyOf(file, file.length / 2));
    wrong.add(Arrays.copyOf(file, file.length - 30));
    wrong.add("Cod;Preț\nA;1".getBytes(StandardCharsets.UTF_8));
    for (byte[] each : wrong) {
      UnreadableWorkbook refusal =
          catchThrowableOfType(UnreadableWorkbook.class, () -> taken(injector, each));
      assertThat(refusal.fault())
          .isIn(WorkbookFault.DAMAGED, WorkbookFault.PLAIN_TEXT, WorkbookFault.NO_WORKBOOK);
    }
    assertThat(items(injector)).isEmpty();
  }

  @Property(tries = 25)
  void what_is_exported_changes_nothing_and_makes_the_same_catalogue_elsewhere(@ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    Injector here = injector();
    List<CatalogueItem> made = catalogue(random);
    here.getInstance(UnitOfWork.class)
        .inTransaction(
            () -> {
              made.forEach(here.getInstance(CatalogueItems.class)::add);
              return true;
            });
    List<CatalogueItem> before = items(here);
    for (Locale language : List.of(RO, Locale.ENGLISH)) {
      byte[] file =
          WrittenWorkbook.bytes(
              to ->
                  here.getInstance(Crm.class)
                      .catalogue()
                      .export(DAN, new ExportCatalogue.Query(language), to));
      assertThat(taken(here, file)).isEqualTo(new ImportCatalogue.Result(0, 0, made.size()));
      assertThat(items(here)).isEqualTo(before);
      Injector elsewhere = injector();
      assertThat(taken(elsewhere, file)).isEqualTo(new ImportCatalogue.Result(made.size(), 0, 0));
      assertThat(said(elsewhere)).isEqualTo(said(here));
    }
  }

  private static List<CatalogueItem> catalogue(Random random) {
    List<CatalogueItem> items = new ArrayList<>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      CatalogueItem item =
          CatalogueItem.add(
              new ItemId(UUID.nameUUIDFromBytes(new byte[] {(byte) i})),
              new ItemDetails(
                  new ItemCode((random.nextBoolean() ? "COD-" : "7") + (count - i)),
                  NAMES.get(random.nextInt(NAMES.size())),
                  "oră",
                  ItemKind.values()[random.nextInt(2)],
                  NAMES.get(random.nextInt(NAMES.size())),
                  RATES.get(random.nextInt(RATES.size())),
                  new Percentage(BigDecimal.valueOf(random.nextInt(10_001), 2))),
              pricing(random, items),
              PursuitFixture.BY_ANA);
      items.add(random.nextInt(4) == 0 ? item.deactivate(PursuitFixture.BY_ANA) : item);
    }
    return items;
  }

  private static ItemPricing pricing(Random random, List<CatalogueItem> others) {
    List<RecipeComponent> components = new ArrayList<>();
    for (CatalogueItem other : others) {
      if (random.nextInt(3) == 0 && other.recipe().isEmpty()) {
        components.add(
            new RecipeComponent(
                other.id(), new Quantity(BigDecimal.valueOf(1 + random.nextInt(99_999), 3))));
      }
    }
    if (!components.isEmpty() && random.nextBoolean()) {
      return new Recipe(components);
    }
    Currency currency = Currency.values()[random.nextInt(2)];
    Optional<UnitPrice> cost =
        random.nextBoolean() ? Optional.empty() : Optional.of(price(random, currency));
    return new OwnPrice(price(random, currency), cost);
  }

  private static UnitPrice price(Random random, Currency currency) {
    return new UnitPrice(BigDecimal.valueOf(random.nextInt(1_000_000_000), 4), currency);
  }

  /** Everything that is said of the items, their identities and stamps apart. */
  private static List<String> said(Injector injector) {
    List<CatalogueItem> items = items(injector);
    return items.stream()
        .map(
            item ->
                item.details()
                    + " "
                    + item.isActive()
                    + " "
                    + item.price()
                    + item.cost()
                    + item.recipe().stream()
                        .flatMap(recipe -> recipe.components().stream())
                        .map(part -> part.quantity() + " x " + code(items, part.item()))
                        .toList())
        .toList();
  }

  private static ItemCode code(List<CatalogueItem> items, ItemId id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow().code();
  }

  private static ImportCatalogue.Result taken(Injector injector, byte[] file) throws IOException {
    return injector
        .getInstance(Crm.class)
        .catalogue()
        .importFrom(
            Caller.of(DAN),
            new ImportCatalogue.Command(
                () -> new ByteArrayInputStream(file),
                TableChoice.found(),
                TableChoice.found(),
                null,
                RO));
  }

  private static List<CatalogueItem> items(Injector injector) {
    return injector.getInstance(CatalogueItems.class).wholeCatalogue().items().stream()
        .sorted(Comparator.comparing(CatalogueItem::code))
        .toList();
  }
}
