package ro.parcurs.example.page;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.example.SampleWorkbook.row;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.example.RunningApp;
import ro.parcurs.example.SampleWorkbook;
import ro.parcurs.example.Visitor;

/** Leads from workbooks and into them, asked over HTTP. */
class ImportPagesTest {

  private static final List<String> HEADINGS =
      List.of("CUI", "Denumire firmă", "Județ", "Zona", "Telefon");

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final Visitor manager = new Visitor(RunningApp.address()).as("dan.munteanu");

  @Test
  void a_file_is_looked_at_mapped_imported_and_what_failed_is_corrected() throws Exception {
    String good = Cuis.next().digits();
    String corrected = Cuis.next().digits();
    String preview =
        sent(
            SampleWorkbook.of(
                HEADINGS,
                List.of(
                    row("RO " + good, "Bună " + mark, "Cluj", "Dej", "0722 123 456"),
                    row(corrected, "Greșită " + mark, "Nicăieri", "Dej", ""))));
    assertThat(manager.get(preview).body())
        .contains("Ce înseamnă coloanele", "Lipsesc coloanele: Localitate", "Bună " + mark)
        .contains("Județ: Județul nu există.", "Localitate: ")
        .doesNotContain("«");
    assertThat(manager.post(preview + "/run", mapping("")).statusCode()).isEqualTo(409);
    HttpResponse<String> again = manager.post(preview + "/preview", mapping("LOCALITY"));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("bun").doesNotContain("Lipsesc coloanele");
    HttpResponse<String> twice = manager.post(preview + "/preview", mapping("NAME"));
    assertThat(twice.statusCode()).isEqualTo(422);
    assertThat(twice.body()).contains("nu poate însemna două lucruri", "columns[3].column-fault");
    assertThat(manager.get("/leads?q=" + mark).body()).doesNotContain("Bună " + mark);

    String run = begun(manager.post(preview + "/run", mapping("LOCALITY")));
    assertThat(ended(run))
        .contains("încheiat, 100 %", "2 din 2", "Rândurile nepreluate")
        .doesNotContain("hx-trigger", "«");
    assertThat(manager.get("/leads?q=" + mark).body())
        .contains("Bună " + mark)
        .doesNotContain("Greșită " + mark);
    assertThat(manager.get("/imports").body()).contains(run, "leaduri.xlsx");

    HttpResponse<byte[]> failed = manager.download(run + "/failed");
    assertThat(failed.headers().firstValue("Content-Disposition").orElse(""))
        .contains("leaduri-nepreluate.xlsx");
    List<List<String>> rows = SampleWorkbook.texts(failed.body(), "Foaie");
    assertThat(rows.get(0)).endsWith("Telefon", "De ce nu a fost preluat");
    List<String> row = new ArrayList<>(rows.get(1));
    assertThat(row).contains("Județ: Județul nu există.");
    row.set(2, "Cluj");
    String second = sent(SampleWorkbook.of(rows.get(0), List.of(row)));
    assertThat(ended(begun(manager.post(second + "/run", mapping("LOCALITY")))))
        .contains("încheiat, 100 %")
        .contains("Coloane cunoscute, care nu se citesc la import: De ce nu a fost preluat")
        .doesNotContain("Coloane necunoscute");
    assertThat(manager.get("/leads?q=" + mark).body()).contains("Greșită " + mark);
  }

  @Test
  void an_import_is_stopped_on_its_page_and_goes_on_there() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      rows.add(row(Cuis.next().digits(), "Zz Multe " + mark, "Sibiu", "Mediaș", ""));
    }
    String preview = sent(SampleWorkbook.of(HEADINGS, rows));
    String run = begun(manager.post(preview + "/run", mapping("LOCALITY")));
    assertThat(manager.post(run + "/cancel", Map.of()).statusCode()).isEqualTo(303);
    assertThat(ended(run)).contains("oprit, ", "Continuă");
    assertThat(begun(manager.post(run + "/resume", Map.of()))).isEqualTo(run);
    assertThat(ended(run)).contains("încheiat, 100 %", "20.000 din 20.000");
    assertThat(manager.get("/leads?q=" + mark).body()).contains("10000+");
    assertThat(begun(manager.post(run + "/cancel", Map.of()))).isEqualTo(run);
    assertThat(manager.get(run).body()).contains("încheiat, 100 %");
  }

  @Test
  void a_file_and_its_import_are_its_senders_alone() throws Exception {
    String preview =
        sent(
            SampleWorkbook.of(
                HEADINGS,
                List.of(row(Cuis.next().digits(), "A lui Dan " + mark, "Cluj", "Dej", ""))));
    String run = begun(manager.post(preview + "/run", mapping("LOCALITY")));
    ended(run);
    Visitor other = new Visitor(RunningApp.address()).as("ana.ionescu");
    for (String path : List.of(preview, run, run + "/failed")) {
      assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
    }
    other.get("/imports");
    for (String path : List.of(preview + "/run", run + "/resume")) {
      assertThat(other.post(path, mapping("LOCALITY")).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(other.post(run + "/cancel", Map.of()).statusCode()).isEqualTo(404);
    assertThat(other.get("/imports").body()).doesNotContain(run);
  }

  @Test
  void what_is_no_workbook_is_told_beside_the_form() {
    manager.get("/imports");
    HttpResponse<String> text =
        manager.postFile("/imports", Map.of(), "file", "leaduri.xlsx", "CUI;Denumire\n1;2\n");
    assertThat(text.statusCode()).isEqualTo(409);
    assertThat(text.body()).contains("fișier text");
    HttpResponse<String> none = manager.postFile("/imports", Map.of(), "file", "a.xlsx", "");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("file-fault");
    assertThat(manager.get("/imports/files/nonsense").statusCode()).isEqualTo(404);
    assertThat(manager.get("/imports/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
  }

  @Test
  void exactly_the_leads_of_the_list_are_exported_and_the_catalogue_too() throws Exception {
    String cui = Cuis.next().digits();
    String preview =
        sent(
            SampleWorkbook.of(
                HEADINGS,
                List.of(
                    row(cui, "Da " + mark, "Cluj", "Dej", ""),
                    row(Cuis.next().digits(), "Nu " + mark, "Sibiu", "Mediaș", ""))));
    ended(begun(manager.post(preview + "/run", mapping("LOCALITY"))));
    assertThat(manager.get("/leads?q=" + mark + "&county=CJ").body())
        .contains("/leads/export?q=" + mark + "&amp;county=CJ");
    List<List<String>> rows =
        SampleWorkbook.texts(
            manager.download("/leads/export?q=" + mark + "&county=CJ").body(), "Leaduri");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1)).startsWith(cui, "Da " + mark);
    assertThat(manager.get("/catalogue").body()).contains("/catalogue/export");
    assertThat(
            SampleWorkbook.texts(manager.download("/catalogue/export").body(), "Nomenclator")
                .get(0))
        .startsWith("Cod", "Denumire");
  }

  private String sent(byte[] file) {
    manager.get("/imports");
    HttpResponse<String> answer =
        manager.postFile("/imports", Map.of(), "file", "leaduri.xlsx", file);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    String preview = answer.headers().firstValue("Location").orElseThrow();
    assertThat(preview).startsWith("/imports/files/");
    return preview;
  }

  /** What the columns mean, as they stand in the form. */
  private static Map<String, String> mapping(String zone) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("sheet", "Foaie");
    fields.put("duplicates", "SKIP");
    List<String> columns = List.of("CUI", "NAME", "COUNTY", zone, "PHONE");
    for (int place = 0; place < columns.size(); place++) {
      fields.put("columns[" + place + "].column", columns.get(place));
    }
    return fields;
  }

  private static String begun(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  /** The page of an import, once it doesn't run any more. */
  private String ended(String run) throws InterruptedException {
    String page = manager.get(run).body();
    for (int i = 0; i < 300 && page.contains("hx-trigger"); i++) {
      Thread.sleep(100);
      page = manager.get(run).body();
    }
    return page;
  }
}
