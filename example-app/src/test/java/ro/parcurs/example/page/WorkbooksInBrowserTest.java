package ro.parcurs.example.page;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.Workbooks.aWorkbook;

import com.google.inject.Guice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.adapter.xls.XlsModule;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.testkit.Workbooks;
import ro.parcurs.example.Browser;
import ro.parcurs.example.RunningApp;

/** The imports of the catalogue and of lines in a real browser, on a desk and on a phone. */
class WorkbooksInBrowserTest {

  private static final Spreadsheets SPREADSHEETS =
      Guice.createInjector(new XlsModule()).getInstance(Spreadsheets.class);

  @TempDir Path directory;

  @Test
  void the_catalogue_is_imported_after_a_column_was_given_its_meaning() throws IOException {
    Path file =
        file(
            aWorkbook()
                .sheet(
                    "Nomenclator",
                    "Reper | Denumire | UM | Tip | Categorie | Preț | TVA | Raft",
                    "BR-1 | Ușă de stejar | buc | produs | Uși | 120.5 | 21 | 7",
                    "BR-2 | Set | set | produs | Uși | | 21 | 8",
                    "BR-3 | Fără tip | buc | | Uși | 3 | 21 | 9")
                .sheet("Rețete", "Cod item | Componentă | Cantitate", "BR-2 | BR-1 | 2"));
    try (Browser browser = Browser.at(RunningApp.address())) {
      browser.signIn("Elena Vasile").go("/catalogue").clickLink("Importă");
      browser.attach("Fișier Excel", file).pressButton("Arată coloanele");
      browser.sees("Lipsesc coloane necesare: Cod").choose("Reper", "Cod");
      browser.pressButton("Arată din nou").sees("Adăugate: 2.").sees("rândul 4, Tip: ");
      browser.shot("catalogue-import");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void lines_come_into_a_draft() throws IOException {
    Path file =
        file(
            aWorkbook()
                .sheet(
                    "Linii",
                    "Capitol | Denumire | UM | Cantitate | Preț | Reducere | TVA",
                    "Uși | Ușă de stejar | buc | 2 | 120.5 | 10% | 21",
                    "Uși | Prag | buc | 2 | 30 | | 21",
                    "Drum | Transport | km | 100 | 2.5 | | 21"));
    String offer = new LineImportPagesTest().offer;
    try (Browser browser = Browser.at(RunningApp.address())) {
      browser.signIn("Ana Ionescu").go(offer).clickLink("Importă");
      browser.attach("Fișier Excel", file).pressButton("Arată coloanele");
      browser.sees("Total fără TVA după import").sees("526,90");
      browser.shot("lines-import");
      browser.pressButton("Importă").sees("Liniile au fost importate.").sees("Transport");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private Path file(Workbooks workbook) throws IOException {
    return Files.write(directory.resolve("fisier.xlsx"), workbook.writtenBy(SPREADSHEETS));
  }
}
