package ro.parcurs.example.page;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.Workbooks.aWorkbook;
import static ro.parcurs.example.page.CatalogueImportPagesTest.form;

import com.google.inject.Guice;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.adapter.xls.XlsModule;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.Workbooks;
import ro.parcurs.example.RunningApp;
import ro.parcurs.example.Visitor;

/** The import of lines into a draft, asked over HTTP with real workbooks. */
class LineImportPagesTest {

  private static final Spreadsheets SPREADSHEETS =
      Guice.createInjector(new XlsModule()).getInstance(Spreadsheets.class);
  private static final Pattern ID =
      Pattern.compile("/(?:leads|offers)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private static final Pattern SEEN =
      Pattern.compile("<input type=\"hidden\" name=\"seen\" value=\"(\\d+)\"");

  private final String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  private final Visitor ana = new Visitor(RunningApp.address()).as("ana.ionescu");

  /** The address of a new draft of Ana's. */
  final String offer = begun();

  @Test
  void lines_are_sent_looked_at_and_added_to_a_draft() {
    item("USA-" + mark, "120,50");
    assertThat(ana.get(offer).body()).contains(offer + "/import");
    String at =
        sent(
            aWorkbook()
                .sheet(
                    "Linii",
                    "Capitol | Cod | Denumire | UM | Cantitate | Preț unitar | Reducere | Cotă TVA",
                    "Uși | USA-" + mark + " | | | 2 | | 10% | ",
                    " | | Transport | km | 100 | 2.5 | | 21"));
    String page = ana.get(at).body();
    assertThat(page)
        .contains("Total fără TVA după import", "466,90", "Transport", "adăugat")
        .doesNotContain("«");
    Map<String, String> form = form(page);
    form.put("rule", "ADD");
    assertThat(ana.post(at + "/run", form).statusCode()).isEqualTo(303);
    assertThat(ana.get(offer).body())
        .contains("Liniile au fost importate.", "466,90", "Transport", "USA-" + mark);

    String replacing = ana.post(at + "/preview", with(form(ana.get(at).body()), "REPLACE")).body();
    assertThat(replacing).contains("<dt>Linii care rămân cum sunt</dt>").contains("<dd>2</dd>");
    Map<String, String> late = with(form(replacing), "ADD");
    late.put("seen", "1");
    HttpResponse<String> refused = ana.post(at + "/run", late);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("data-refusal");
  }

  @Test
  void what_is_wrong_is_told_with_row_and_column_and_the_offer_stays() {
    String at =
        sent(
            aWorkbook()
                .sheet(
                    "Linii",
                    "Cod | Cantitate | Preț",
                    "NIMIC-" + mark + " | 2 | 1.234,567.8",
                    " | 0 | "));
    String page = ana.get(at).body();
    assertThat(page)
        .contains("Linii, rândul 2, Cod: ", "Linii, rândul 3, Cantitate: ")
        .doesNotContain("Total fără TVA după import");
    HttpResponse<String> refused = ana.post(at + "/run", with(form(page), "ADD"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Nimic nu a fost preluat.");
  }

  @Test
  void nobody_else_looks_at_the_file_or_imports_into_the_offer() {
    byte[] file = bytes(aWorkbook().sheet("L", "Cod | Cantitate", "X | 1"));
    Visitor other = new Visitor(RunningApp.address()).as("mihai.radu");
    assertThat(other.get(offer + "/import").statusCode()).isIn(403, 404);
    other.get("/");
    assertThat(other.postFile(offer + "/import", Map.of(), "file", "l.xlsx", file).statusCode())
        .isIn(403, 404, 409);
  }

  private static Map<String, String> with(Map<String, String> form, String rule) {
    form.put("rule", rule);
    return form;
  }

  private String sent(Workbooks workbook) {
    ana.get(offer + "/import");
    HttpResponse<String> answer =
        ana.postFile(offer + "/import", Map.of(), "file", "linii.xlsx", bytes(workbook));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static byte[] bytes(Workbooks workbook) {
    return workbook.writtenBy(SPREADSHEETS);
  }

  private static void item(String code, String price) {
    Visitor admin = new Visitor(RunningApp.address()).as("elena.vasile");
    admin.get("/catalogue/add");
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("code", code);
    fields.put("name", "Ușă");
    fields.put("unit", "buc");
    fields.put("kind", "PRODUCT");
    fields.put("category", "Uși");
    fields.put("vatRate", "21");
    fields.put("commission", "0");
    fields.put("price", price);
    fields.put("currency", "RON");
    assertThat(admin.post("/catalogue/add", fields).statusCode()).isEqualTo(303);
  }

  private String begun() {
    ana.get("/leads/add");
    Map<String, String> fields =
        Map.of(
            "cui",
            Cuis.next().digits(),
            "checkDigitAccepted",
            "yes",
            "name",
            "Linii " + mark + " SRL",
            "county",
            "CJ",
            "locality",
            "Dej",
            "priority",
            "NORMAL");
    String lead = "/leads/" + id(ana.post("/leads/add", fields));
    Map<String, String> activate = new LinkedHashMap<>();
    activate.put("seen", first(SEEN, ana.get(lead + "/activate").body()));
    activate.put("owner", "ana.ionescu");
    activate.put("firstContact", LocalDate.now().plusDays(1) + "T10:00");
    activate.put("step", "OFFER_NEGOTIATION");
    activate.put("priority", "NORMAL");
    assertThat(ana.post(lead + "/activate", activate).statusCode()).isEqualTo(303);
    ana.get(lead + "/offers/add");
    Map<String, String> draft =
        Map.of("source", "hand", "validUntil", LocalDate.now().plusDays(30).toString());
    return "/offers/" + id(ana.post(lead + "/offers/add", draft));
  }

  private static String id(HttpResponse<String> answer) {
    return first(ID, answer.headers().firstValue("Location").orElse(answer.body()));
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
