package ro.parcurs.example.page;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.Workbooks.aWorkbook;

import com.google.inject.Guice;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.adapter.xls.XlsModule;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.testkit.Workbooks;
import ro.parcurs.example.RunningApp;
import ro.parcurs.example.Visitor;

/** The import of the catalogue, asked over HTTP with real workbooks. */
class CatalogueImportPagesTest {

  private static final Spreadsheets SPREADSHEETS =
      Guice.createInjector(new XlsModule()).getInstance(Spreadsheets.class);
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
  private static final Pattern CHOICE = Pattern.compile("<select[^>]* name=\"([^\"]+\\.column)\"");
  private static final Pattern CHOSEN = Pattern.compile("<option value=\"([A-Z_]+)\" selected");

  /** In the codes of all items of this test, and of no other. */
  private final String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

  private final Visitor admin = new Visitor(RunningApp.address()).as("elena.vasile");

  @Test
  void a_workbook_is_sent_looked_at_and_taken_over_and_again_changes_nothing() {
    assertThat(admin.get("/catalogue").body()).contains("/catalogue/import");
    Workbooks workbook = sample("120.5", "1");
    String at = sent(workbook);
    String page = admin.get(at).body();
    assertThat(page)
        .contains("Adăugate: 2. Modificate: 0. Rămân cum sunt: 0.", "Coloane necunoscute", "Nr")
        .contains("SET-" + mark, "USA-" + mark + " × 1", "Foaia itemurilor")
        .doesNotContain("«");
    HttpResponse<String> done = admin.post(at + "/run", form(page));
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(admin.get("/catalogue?q=" + mark).body())
        .contains("Adăugate: 2.", "USA-" + mark, "120,50");

    String same = admin.get(sent(sample("120.5", "1"))).body();
    assertThat(same).contains("Adăugate: 0. Modificate: 0. Rămân cum sunt: 2.");

    String changed = sent(sample("130", "2.5"));
    assertThat(admin.get(changed).body())
        .contains("Modificate: 2.", "<s>120.5</s> 130", "USA-" + mark + " × 2,5");
    admin.post(changed + "/run", form(admin.get(changed).body()));
    assertThat(admin.get("/catalogue?q=" + mark).body()).contains("130,00", "325,00");
  }

  @Test
  void what_is_wrong_is_told_with_row_and_column_and_nothing_is_taken_over() {
    String at =
        sent(
            aWorkbook()
                .sheet(
                    "Foaie",
                    "Cod | Denumire | UM | Tip | Categorie | Preț | TVA",
                    "A-" + mark + " | Bun | buc | produs | Uși | 1 | 21",
                    "B-" + mark + " | Rău | buc | produs | Uși | mult | 99"));
    String page = admin.get(at).body();
    assertThat(page)
        .contains("Greșeli: 2.")
        .contains("Foaie, rândul 3, Preț: În celulă nu este un număr.", "rândul 3, Cotă TVA: ")
        .doesNotContain("btn btn-primary");
    HttpResponse<String> refused = admin.post(at + "/run", form(page));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Nimic nu a fost preluat.", "data-refusal");
    assertThat(admin.get("/catalogue?q=" + mark).body()).doesNotContain("A-" + mark);
  }

  @Test
  void what_the_columns_mean_is_said_otherwise() {
    String at =
        sent(
            aWorkbook()
                .sheet(
                    "Foaie",
                    "Reper | Denumire | UM | Tip | Categorie | Preț | TVA",
                    "C-" + mark + " | Cui | kg | produs | Cuie | 7 | 21"));
    String page = admin.get(at).body();
    assertThat(page).contains("Lipsesc coloane necesare: Cod");
    Map<String, String> form = form(page);
    form.put("items[0].column", "CODE");
    String again = admin.post(at + "/preview", form).body();
    assertThat(again).contains("Adăugate: 1.").doesNotContain("Lipsesc coloane");
    form = form(again);
    assertThat(form).containsEntry("items[0].column", "CODE");
    assertThat(admin.post(at + "/run", form).statusCode()).isEqualTo(303);
    assertThat(admin.get("/catalogue?q=" + mark).body()).contains("C-" + mark);
    form.put("items[1].column", "CODE");
    HttpResponse<String> twice = admin.post(at + "/preview", form);
    assertThat(twice.statusCode()).isEqualTo(422);
    assertThat(twice.body()).contains("O coloană nu poate însemna două lucruri.");
  }

  @Test
  void who_looked_before_somebody_changed_an_item_is_shown_it_again() {
    String first = sent(sample("5", "1"));
    admin.post(first + "/run", form(admin.get(first).body()));
    String at = sent(sample("6", "1"));
    Map<String, String> old = form(admin.get(at).body());
    String other = sent(sample("7", "1"));
    admin.post(other + "/run", form(admin.get(other).body()));
    HttpResponse<String> refused = admin.post(at + "/run", old);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("USA-" + mark, "<s>7</s> 6");
    assertThat(admin.post(at + "/run", form(refused.body())).statusCode()).isEqualTo(303);
    assertThat(admin.get("/catalogue?q=" + mark).body()).contains("6,00");
  }

  @Test
  void a_file_that_is_no_workbook_is_refused_where_it_is_sent() {
    admin.get("/catalogue/import");
    HttpResponse<String> refused =
        admin.postFile("/catalogue/import", Map.of(), "file", "a.xlsx", "Cod;Preț\nA;1\n");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Fișierul nu poate fi citit.");
    HttpResponse<String> none =
        admin.postFile("/catalogue/import", Map.of(), "file", "a.xlsx", new byte[0]);
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("file-fault");
  }

  @Test
  void only_who_may_change_the_catalogue_imports_it_and_only_what_they_sent() {
    Visitor agent = new Visitor(RunningApp.address()).as("ana.ionescu");
    assertThat(agent.get("/catalogue").body()).doesNotContain("/catalogue/import");
    agent.get("/catalogue/import");
    assertThat(
            agent
                .postFile("/catalogue/import", Map.of(), "file", "a.xlsx", bytes(sample("1", "1")))
                .statusCode())
        .isIn(403, 409);
    assertThat(agent.get(sent(sample("1", "1"))).statusCode()).isEqualTo(404);
    assertThat(admin.get("/catalogue/import/" + "0".repeat(64)).statusCode()).isEqualTo(404);
    assertThat(admin.get("/catalogue/import/abc").statusCode()).isEqualTo(404);
  }

  private Workbooks sample(String price, String quantity) {
    return aWorkbook()
        .sheet(
            "Nomenclator",
            "Nr | Cod | Denumire | UM | Tip | Categorie | Preț | TVA",
            "1 | SET-" + mark + " | Set | set | produs | Uși | | 21",
            "2 | USA-" + mark + " | Ușă | buc | produs | Uși | " + price + " | 21")
        .sheet(
            "Rețete",
            "Cod item | Componentă | Cantitate",
            "SET-" + mark + " | USA-" + mark + " | " + quantity);
  }

  private String sent(Workbooks workbook) {
    admin.get("/catalogue/import");
    HttpResponse<String> answer =
        admin.postFile("/catalogue/import", Map.of(), "file", "nomenclator.xlsx", bytes(workbook));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static byte[] bytes(Workbooks workbook) {
    return workbook.writtenBy(SPREADSHEETS);
  }

  /** What a browser would send of the form of the page, the files apart. */
  static Map<String, String> form(String page) {
    Map<String, String> form = new LinkedHashMap<>();
    String only = page.substring(page.indexOf("/run\" class=\"form\""));
    Matcher hidden = HIDDEN.matcher(only);
    while (hidden.find()) {
      form.put(hidden.group(1), hidden.group(2));
    }
    Matcher choice = CHOICE.matcher(only);
    while (choice.find()) {
      String options = only.substring(choice.end(), only.indexOf("</select>", choice.end()));
      Matcher chosen = CHOSEN.matcher(options);
      form.put(choice.group(1), chosen.find() ? chosen.group(1) : "");
    }
    return form;
  }
}
