package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;
import static ro.parcurs.crm.testkit.Workbooks.aWorkbook;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.util.Modules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.catalogue.usecase.ExportCatalogue;
import ro.parcurs.crm.catalogue.usecase.ImportCatalogue;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.offer.usecase.DraftOffer;
import ro.parcurs.crm.offer.usecase.ExportOffer;
import ro.parcurs.crm.offer.usecase.ImportOfferLines;
import ro.parcurs.crm.offer.usecase.LinesRule;
import ro.parcurs.crm.offer.usecase.OfferData;
import ro.parcurs.crm.offer.usecase.OfferRef;
import ro.parcurs.crm.offer.usecase.ShowOffer;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.spreadsheet.FaultyRows;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.TableChoice;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.LeadFixture;
import ro.parcurs.crm.testkit.PursuitFixture;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.testkit.Workbooks;
import ro.parcurs.crm.testkit.WrittenWorkbook;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.TimeOrderedIds;
import ro.parcurs.crm.work.UnitOfWork;

/** Imports of the catalogue and of offer lines are one unit of work of PostgreSQL each. */
class WorkbookImportTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final Locale RO = Locale.forLanguageTag("ro");
  private static final String ITEMS = "Cod | Denumire | UM | Tip | Categorie | Preț | TVA";
  private static final String RECIPES = "Cod item | Componentă | Cantitate";

  private final Injector injector =
      Guice.createInjector(
          new CrmModule(new SettableClock(), new TimeOrderedIds(), new DefaultAccessPolicy()),
          Modules.override(new InMemoryModule()).with(DATABASE.adapter().module()));
  private final Crm crm = injector.getInstance(Crm.class);

  @Test
  void components_are_kept_before_what_is_made_of_them_and_again_changes_nothing()
      throws IOException {
    byte[] file =
        file(
            aWorkbook()
                .sheet(
                    "Nomenclator",
                    ITEMS,
                    "A-SET | Set mare | set | produs | Uși | | 21",
                    "B-SET | Set | set | produs | Uși | | 21",
                    "C-USA | Ușă | buc | produs | Uși | 120.5 | 21")
                .sheet("Rețete", RECIPES, "A-SET | B-SET | 2", "B-SET | C-USA | 1.5"));
    Caller once = Caller.of(DAN).once("key of the catalogue");
    ImportCatalogue.Result first = crm.catalogue().importFrom(once, command(file));
    assertThat(first).isEqualTo(new ImportCatalogue.Result(3, 0, 0));
    assertThat(crm.catalogue().importFrom(once, command(file)))
        .as("the first result, read from the database")
        .isEqualTo(first);
    assertThat(taken(file)).isEqualTo(new ImportCatalogue.Result(0, 0, 3));
    List<CatalogueItem> before = items();
    byte[] exported =
        WrittenWorkbook.bytes(to -> crm.catalogue().export(DAN, new ExportCatalogue.Query(RO), to));
    ImportCatalogue.Result again = taken(exported);
    assertThat(again.added() + again.changed()).isZero();
    assertThat(items()).isEqualTo(before);
  }

  @Test
  void a_fault_in_the_last_row_keeps_the_first_from_being_stored() throws IOException {
    List<CatalogueItem> before = items();
    byte[] file =
        file(
            aWorkbook()
                .sheet(
                    "N",
                    ITEMS,
                    "F-1 | Unu | buc | produs | Uși | 1 | 21",
                    "F-2 | Doi | buc | produs | Uși | 1 | 22"));
    assertThatThrownBy(() -> taken(file)).isInstanceOf(FaultyRows.class);
    assertThat(items()).isEqualTo(before);
  }

  @Test
  void two_imports_at_once_add_each_item_once() throws Exception {
    for (int i = 0; i < 10; i++) {
      List<String> rows = new ArrayList<>(List.of(ITEMS));
      for (int row = 0; row < 20; row++) {
        rows.add("R%d-%d | Unu | buc | produs | Uși | 1 | 21".formatted(i, row));
      }
      byte[] file = file(aWorkbook().sheet("N", rows.toArray(String[]::new)));
      List<String> ends =
          Race.of(
              List.<Callable<String>>of(
                  () -> taken(file).toString(), () -> taken(file).toString()));
      assertThat(ends)
          .containsExactlyInAnyOrder(
              new ImportCatalogue.Result(20, 0, 0).toString(),
              new ImportCatalogue.Result(0, 0, 20).toString());
    }
  }

  @Test
  void lines_come_into_a_draft_and_exported_back_change_nothing() throws IOException {
    taken(file(aWorkbook().sheet("N", ITEMS, "LINIE | Linie | buc | produs | Uși | 12.5 | 21")));
    OfferRef draft =
        crm.offers()
            .draft(
                Caller.of(ANA),
                new DraftOffer.Command(
                    negotiating(),
                    new OfferData(
                        Currency.RON,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        LocalDate.of(2026, 12, 24))));
    byte[] file =
        file(
            aWorkbook()
                .sheet(
                    "L",
                    "Capitol | Cod | Denumire | UM | Cantitate | Preț | Reducere | TVA",
                    "Uși | LINIE | | | 2 | | 10% | ",
                    " | | Transport | km | 100 | 2.5 | | 21"));
    Caller once = Caller.of(ANA).once("key of the lines");
    OfferRef filled = crm.offers().importLines(once, command(draft, file));
    assertThat(crm.offers().importLines(once, command(draft, file))).isEqualTo(filled);
    assertThat(
            crm.offers()
                .show(ANA, new ShowOffer.Query(draft.id()))
                .content()
                .totals()
                .net()
                .amount())
        .isEqualByComparingTo("272.50");
    byte[] exported =
        WrittenWorkbook.bytes(
            to -> crm.offers().export(ANA, new ExportOffer.Query(draft.id(), RO), to));
    assertThat(crm.offers().importLines(Caller.of(ANA), command(filled, exported)))
        .isEqualTo(filled);
  }

  private static ImportOfferLines.Command command(OfferRef offer, byte[] file) {
    return new ImportOfferLines.Command(
        offer.id(),
        offer.version(),
        () -> new ByteArrayInputStream(file),
        null,
        null,
        LinesRule.REPLACE,
        RO);
  }

  private LeadId negotiating() {
    Lead lead = LeadFixture.aLead().activatedFor(ANA.id()).build();
    Pursuit pursuit = PursuitFixture.aPursuit(lead.id());
    injector
        .getInstance(UnitOfWork.class)
        .inTransaction(
            () -> {
              injector.getInstance(Leads.class).add(lead);
              injector.getInstance(Pursuits.class).add(pursuit);
              injector
                  .getInstance(Responsibilities.class)
                  .add(PursuitFixture.anOpen(Step.OFFER_NEGOTIATION, pursuit));
              return true;
            });
    return lead.id();
  }

  private ImportCatalogue.Result taken(byte[] file) throws IOException {
    return crm.catalogue().importFrom(Caller.of(DAN), command(file));
  }

  private static ImportCatalogue.Command command(byte[] file) {
    return new ImportCatalogue.Command(
        () -> new ByteArrayInputStream(file), TableChoice.found(), TableChoice.found(), null, RO);
  }

  private byte[] file(Workbooks workbook) {
    return workbook.writtenBy(injector.getInstance(Spreadsheets.class));
  }

  private List<CatalogueItem> items() {
    return injector.getInstance(CatalogueItems.class).wholeCatalogue().items().stream()
        .sorted((a, b) -> a.code().compareTo(b.code()))
        .toList();
  }
}
