package ro.parcurs.example.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.example.RunningApp;
import ro.parcurs.example.Visitor;

/** Preia, and checks of companies, asked over HTTP; the registry is the demo's. */
class RegistryPagesTest {

  private static final Pattern LEAD =
      Pattern.compile("/leads/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private static final Pattern HIDDEN_AFTER =
      Pattern.compile("name=\"after\" value=\"([0-9a-f-]*)\"");

  private final Visitor manager = new Visitor(RunningApp.address()).as("dan.munteanu");

  @Test
  void what_the_registry_knows_fills_the_form_and_is_kept_with_the_lead() {
    manager.get("/leads/add");
    HttpResponse<String> filled = lookUp("RO 99090010");
    assertThat(filled.statusCode()).isEqualTo(200);
    assertThat(filled.body())
        .contains("Datele au fost preluate din registru")
        .contains("value=\"Fierăria Potcoava Norocoasă Demo SRL\"", "value=\"Turda\"")
        .contains("value=\"Strada Nicovalei, nr. 3\"", "value=\"401001\"", "value=\"2550\"")
        .containsPattern("value=\"PAYER\"[^>]*selected")
        .doesNotContain("checkedAt");

    Map<String, String> fields = company("99090010", "Fierăria Potcoava Norocoasă Demo SRL");
    fields.put("vat", "PAYER");
    String lead = leadOf(manager.post("/leads/add", fields));
    assertThat(manager.get("/leads/" + lead + "/people").body())
        .contains("Răspunsul registrului", "verificat la");
  }

  @Test
  void what_the_form_says_of_a_check_is_not_believed() {
    Map<String, String> fields = company(Cuis.next().digits(), "Scrisă de mână SRL");
    fields.put("vat", "PAYER");
    fields.put("checkedVat", "PAYER");
    fields.put("checkedCui", fields.get("cui"));
    fields.put("checkedAt", "2026-11-24T10:00:00Z");
    manager.get("/leads/add");
    String lead = leadOf(manager.post("/leads/add", fields));
    assertThat(manager.get("/leads/" + lead + "/people").body())
        .contains("completat de mână, neverificat", "Registrul nu a fost întrebat.");
  }

  @Test
  void a_sole_trader_s_data_is_called_personal() {
    manager.get("/leads/add");
    assertThat(lookUp("99090614").body()).contains("sunt date personale");
  }

  @Test
  void a_company_that_the_registry_doesnt_know_leaves_the_form_as_it_was_typed() {
    manager.get("/leads/add");
    String cui = Cuis.next().digits();
    HttpResponse<String> answer =
        manager.post("/leads/add/look-up", Map.of("cui", cui, "locality", "Dej"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Registrul nu cunoaște", "value=\"" + cui + "\"", "value=\"Dej\"");
  }

  @Test
  void a_lead_is_checked_and_what_changed_stands_on_its_timeline() {
    manager.get("/leads/add");
    Map<String, String> fields = company("99090517", "Căruța SRL");
    fields.put("vat", "PAYER");
    String lead = leadOf(manager.post("/leads/add", fields));
    String page = manager.get("/leads/" + lead + "/registry").body();
    assertThat(page).contains("Căruța cu Povești Demo SRL", "Radiată", "30.06.2024");

    assertThat(manager.post("/leads/" + lead + "/registry", Map.of()).statusCode()).isEqualTo(303);
    assertThat(manager.get("/leads/" + lead + "/people").body())
        .contains("modificări: 2", "Radiată", "Neplătitor de TVA");
    assertThat(manager.get("/leads/" + lead + "/timeline").body())
        .contains("Stare în registru: – → Radiată");
  }

  @Test
  void the_check_of_all_companies_shows_how_far_it_is_to_managers_only() throws Exception {
    Visitor agent = new Visitor(RunningApp.address()).as("ana.ionescu");
    assertThat(agent.get("/registry").statusCode()).isEqualTo(403);
    assertThat(agent.get("/leads").body()).doesNotContain("/registry");

    assertThat(manager.get("/leads").body()).contains("href=\"/registry\"");
    String before = first(HIDDEN_AFTER, manager.get("/registry").body());
    assertThat(manager.post("/registry", Map.of("after", before)).statusCode()).isEqualTo(303);
    String page = manager.get("/registry").body();
    for (int i = 0; i < 100 && !page.contains("încheiată"); i++) {
      Thread.sleep(200);
      page = manager.get("/registry").body();
    }
    assertThat(page).contains("încheiată", "Începută de Dan Munteanu").doesNotContain("hx-trigger");
    String refresh = first(HIDDEN_AFTER, page);
    assertThat(refresh).isNotEqualTo(before);
    assertThat(manager.post("/registry/cancel", Map.of("refresh", refresh)).statusCode())
        .isEqualTo(303);
  }

  private HttpResponse<String> lookUp(String cui) {
    return manager.post("/leads/add/look-up", Map.of("cui", cui));
  }

  private static Map<String, String> company(String cui, String name) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("cui", cui);
    fields.putAll(Map.of("name", name, "county", "CJ", "locality", "Dej", "priority", "NORMAL"));
    return fields;
  }

  private static String leadOf(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    Matcher matcher = LEAD.matcher(answer.headers().firstValue("Location").orElse(""));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
