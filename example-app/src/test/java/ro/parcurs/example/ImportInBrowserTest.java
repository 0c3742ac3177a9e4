package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.example.SampleWorkbook.row;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.testkit.Cuis;

/** Leads from a workbook, in a real browser. */
class ImportInBrowserTest {

  @TempDir private Path directory;

  @Test
  void a_workbook_is_mapped_and_imported_while_one_looks_on() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(Cuis.next().digits(), "Moara Veche Demo SRL", "Cluj", "Dej", "0722 123 456"));
    rows.add(row("99", "Fără cod bun Demo SRL", "Nicăieri", "", ""));
    for (int i = 0; i < 6_000; i++) {
      rows.add(row(Cuis.next().digits(), "Zz Moara " + i + " Demo SRL", "Sibiu", "Mediaș", ""));
    }
    Path file =
        Files.write(
            directory.resolve("clienti.xlsx"),
            SampleWorkbook.of(List.of("C.U.I.", "Firma", "Județ", "Zona", "Tel"), rows));
    try (Browser browser = Browser.at(RunningApp.address())) {
      browser
          .signIn("Dan Munteanu")
          .clickLink("Leaduri")
          .clickLink("Importă")
          .attach("Fișier Excel", file)
          .shot("import-begin")
          .pressButton("Arată coloanele")
          .sees("Lipsesc coloanele: Localitate")
          .choose("Zona", "Localitate")
          .pressButton("Arată din nou")
          .sees("bun")
          .shot("import-preview")
          .pressButton("Importă")
          .sees("rânduri pe secundă")
          .sees("încheiat, 100 %")
          .sees("6.002 din 6.002")
          .shot("import-ended");
      browser.clickLink("Import de leaduri");
      browser.sees("clienti.xlsx").shot("imports");
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
