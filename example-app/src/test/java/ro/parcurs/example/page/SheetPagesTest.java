package ro.parcurs.example.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.example.RunningApp;
import ro.parcurs.example.Visitor;

/** Evaluation sheets, asked over HTTP; each test adds a company and items of its own. */
class SheetPagesTest {

  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

  private final String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  private final Visitor admin = new Visitor(RunningApp.address()).as("elena.vasile");
  private final Visitor manager = new Visitor(RunningApp.address()).as("dan.munteanu");

  @Test
  void the_golden_recipe_is_priced_while_it_is_typed_and_frozen_when_finalised() {
    item("A", "0,333", "");
    item("B", "12,49", "");
    item("C", "7,77", "");
    item("R", "", "A:3 B:0,35 C:1,1");
    String lead = leadAtMeeting();
    String sheet = location(manager.post(lead + "/sheets", Map.of()));
    assertThat(manager.get(lead + "/sheets").body()).contains("FE-", "Ciornă");
    // asked for again, the sheet that is there opens
    assertThat(location(manager.post(lead + "/sheets", Map.of()))).isEqualTo(sheet);

    HttpResponse<String> live = manager.post(sheet + "/figures", lines("R", "100"));
    assertThat(live.statusCode()).isEqualTo(200);
    assertThat(live.body()).contains("1.391,75", "292,27", "1.684,02").doesNotContain("<html", "«");
    assertThat(manager.post(sheet + "/figures", lines("R", "-")).statusCode()).isEqualTo(200);
    assertThat(manager.get(sheet).body()).doesNotContain("1.391,75");

    HttpResponse<String> wrong = manager.post(sheet, seen(sheet, lines("NU-E", "0")));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("lines[0].item-fault", "lines[0].quantity-fault");

    assertThat(manager.post(sheet, seen(sheet, lines("R", "100"))).statusCode()).isEqualTo(303);
    assertThat(manager.get(sheet).body()).contains("1.391,75", "Finalizează");
    manager.post(sheet + "/finalise", seen(sheet, Map.of()));
    String frozen = manager.get(sheet).body();
    assertThat(frozen).contains("Finalizată", "1.391,75", "Redeschide").doesNotContain("lines[0]");
    assertThat(manager.get("/sheets?state=FINALISED&q=firma+" + mark).body())
        .contains("1.391,75", "Finalizată");

    String recipe = "/catalogue/" + id(manager.get("/catalogue?q=" + mark).body(), "B-" + mark);
    Map<String, String> dearer = fields("B", "13");
    dearer.put("seen", value(admin.get(recipe + "/edit").body()));
    assertThat(admin.post(recipe + "/edit", dearer).statusCode()).isEqualTo(303);
    assertThat(manager.get(sheet).body())
        .contains("Nomenclatorul s-a schimbat", "1.391,75", "1.409,60");

    manager.post(sheet + "/reopen", seen(sheet, Map.of()));
    assertThat(manager.get(sheet).body()).contains("Ciornă", "1.409,60").doesNotContain("1.391,75");
    manager.post(sheet + "/discard", seen(sheet, Map.of()));
    assertThat(manager.get(sheet).body()).contains("Anulată").doesNotContain("lines[0]");
  }

  @Test
  void an_item_in_euro_asks_for_a_rate_before_the_sheet_is_finalised() {
    Map<String, String> euro = fields("E", "10");
    euro.put("currency", "EUR");
    assertThat(admin.post("/catalogue/add", euro).statusCode()).isEqualTo(303);
    String sheet = location(manager.post(leadAtMeeting() + "/sheets", Map.of()));
    manager.post(sheet, seen(sheet, lines("E", "2")));
    assertThat(manager.get(sheet).body())
        .contains("lipsește cursul")
        .doesNotContain(sheet + "/finalise");
    assertThat(manager.post(sheet + "/finalise", seen(sheet, Map.of())).statusCode())
        .isEqualTo(409);
    Map<String, String> withRate = new LinkedHashMap<>(lines("E", "2"));
    withRate.put("exchangeRate", "4,9755");
    manager.post(sheet, seen(sheet, withRate));
    assertThat(manager.get(sheet).body()).contains("99,51", sheet + "/finalise");
  }

  @Test
  void a_lead_that_is_not_at_the_meeting_gets_no_sheet() {
    String lead = lead();
    HttpResponse<String> refused = manager.post(lead + "/sheets", Map.of());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Întâlnire și evaluare");
  }

  @Test
  void a_salesperson_sees_no_sheet_of_another_ones_lead() {
    String sheet = location(manager.post(leadAtMeeting() + "/sheets", Map.of()));
    Visitor other = new Visitor(RunningApp.address()).as("ioana.stanciu");
    assertThat(other.get(sheet).statusCode()).isIn(403, 404);
    assertThat(other.get("/sheets?q=firma+" + mark).body()).doesNotContain(sheet);
    assertThat(other.post(sheet + "/figures", lines("X", "1")).body()).doesNotContain("data-total");
  }

  private String leadAtMeeting() {
    String lead = lead();
    String form = manager.get(lead + "/activate").body();
    HttpResponse<String> answer =
        manager.post(
            lead + "/activate",
            Map.of(
                "seen", value(form),
                "owner", "dan.munteanu",
                "firstContact", "2099-01-05T10:00",
                "step", "MEETING_EVALUATION",
                "priority", "NORMAL"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return lead;
  }

  private String lead() {
    HttpResponse<String> answer =
        manager.post(
            "/leads/add",
            Map.of(
                "cui", Cuis.next().digits(),
                "checkDigitAccepted", "yes",
                "name", "Firma " + mark,
                "county", "CJ",
                "locality", "Dej",
                "priority", "NORMAL"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    Matcher lead = Pattern.compile("/leads/[0-9a-f-]{36}").matcher(location(answer));
    assertThat(lead.find()).isTrue();
    return lead.group();
  }

  private void item(String letter, String price, String recipe) {
    Map<String, String> fields = fields(letter, price);
    if (!recipe.isEmpty()) {
      fields.remove("price");
      fields.remove("currency");
      String[] parts = recipe.split(" ", -1);
      for (int i = 0; i < parts.length; i++) {
        String[] part = parts[i].split(":", 2);
        fields.put("components[" + i + "].item", part[0] + "-" + mark);
        fields.put("components[" + i + "].quantity", part[1]);
      }
    }
    HttpResponse<String> answer =
        admin.post(recipe.isEmpty() ? "/catalogue/add" : "/catalogue/add-recipe", fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
  }

  private Map<String, String> fields(String letter, String price) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("code", letter + "-" + mark);
    fields.put("name", "Item " + letter);
    fields.put("unit", "buc");
    fields.put("kind", "SERVICE");
    fields.put("category", "Probe");
    fields.put("vatRate", "21");
    fields.put("commission", "0");
    fields.put("price", price);
    fields.put("currency", "RON");
    return fields;
  }

  private Map<String, String> lines(String letter, String quantity) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("lines[0].item", letter.length() > 1 ? letter : letter + "-" + mark + " – ceva");
    lines.put("lines[0].quantity", quantity);
    lines.put("currency", "RON");
    lines.put("exchangeRate", "");
    lines.put("explosion", "COMPONENTS");
    return lines;
  }

  private Map<String, String> seen(String sheet, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("seen", value(manager.get(sheet).body()));
    return all;
  }

  private static String value(String page) {
    Matcher matcher = SEEN.matcher(page);
    assertThat(matcher.find()).as(page).isTrue();
    return matcher.group(1);
  }

  private static String id(String page, String code) {
    Matcher matcher = Pattern.compile("/catalogue/([0-9a-f-]{36})\">" + code).matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
