package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The catalogue and its forms, asked over HTTP. */
class CataloguePagesTest {

  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

  /** In the codes of all items of this test, and of no other. */
  private final String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

  private final Visitor admin = new Visitor(RunningApp.address()).as("elena.vasile");

  @Test
  void an_item_is_added_found_changed_and_taken_out_of_sale() {
    String item = add("T-" + mark, "Țeavă PPR", "12,3456");
    assertThat(admin.get(item).body()).contains("Țeavă PPR", "12,3456", "21");
    assertThat(admin.get("/catalogue?q=teava+" + mark).body()).contains("T-" + mark);
    Map<String, String> edited = fields("T-" + mark, "Țeavă Ø20", "13,5");
    edited.put("seen", seen(item + "/edit"));
    assertThat(admin.post(item + "/edit", edited).statusCode()).isEqualTo(303);
    assertThat(admin.get(item).body()).contains("Țeavă Ø20", "13,50");
    admin.post(item + "/deactivate", Map.of("seen", seen(item)));
    assertThat(admin.get(item).body()).contains("Repune în vânzare");
    assertThat(admin.get("/catalogue?sold=yes&q=" + mark).body()).doesNotContain("T-" + mark);
    assertThat(admin.get("/catalogue?sold=no&sort=NAME&q=" + mark).body()).contains("T-" + mark);
  }

  @Test
  void what_is_wrong_stands_beside_the_field_and_nothing_typed_is_lost() {
    Map<String, String> wrong = fields("A B", "", "12,34567");
    wrong.put("commission", "101");
    HttpResponse<String> answer = admin.post("/catalogue/add", wrong);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("code-fault", "name-fault", "price-fault", "commission-fault", "value=\"A B\"")
        .doesNotContain("«");
  }

  @Test
  void a_recipe_is_defined_and_its_cycle_refused_by_name() {
    String leaf = add("F-" + mark, "Frunză", "10");
    String middle = add("M-" + mark, "Mijloc", "1");
    Map<String, String> recipe = new LinkedHashMap<>();
    recipe.put("seen", seen(middle + "/recipe"));
    recipe.put("components[0].item", "");
    recipe.put("components[0].quantity", "");
    recipe.put("components[3].item", "F-" + mark + " – Frunză");
    recipe.put("components[3].quantity", "2,5");
    assertThat(admin.post(middle + "/recipe", recipe).statusCode()).isEqualTo(303);
    assertThat(admin.get(middle).body()).contains("25,00", "Rețetă");
    assertThat(admin.get(leaf).body()).contains("Componentă în", "M-" + mark);
    Map<String, String> closing =
        Map.of(
            "seen",
            seen(leaf + "/recipe"),
            "components[0].item",
            "m-" + mark,
            "components[0].quantity",
            "1");
    HttpResponse<String> refused = admin.post(leaf + "/recipe", closing);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("F-" + mark + " → M-" + mark + " → F-" + mark);
    HttpResponse<String> unknown =
        admin.post(
            leaf + "/recipe",
            Map.of("seen", "1", "components[0].item", "NU-E", "components[0].quantity", "0"));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body())
        .contains("components[0].item-fault", "components[0].quantity-fault", "value=\"NU-E\"");
  }

  @Test
  void an_item_can_begin_with_a_recipe_and_end_with_a_price() {
    add("G-" + mark, "Gresie", "40");
    Map<String, String> fields = fields("P-" + mark, "Pardoseală", "");
    fields.remove("price");
    fields.remove("currency");
    fields.put("components[0].item", "G-" + mark);
    fields.put("components[0].quantity", "1.05");
    HttpResponse<String> answer = admin.post("/catalogue/add-recipe", fields);
    assertThat(answer.statusCode()).isEqualTo(303);
    String item = answer.headers().firstValue("Location").orElseThrow();
    assertThat(admin.get(item).body()).contains("42,00");
    admin.post(
        item + "/price", Map.of("seen", seen(item + "/price"), "price", "50", "currency", "RON"));
    assertThat(admin.get(item).body()).contains("50,00").doesNotContain("Modifică rețeta");
  }

  @Test
  void two_rates_of_one_code_on_one_day_are_refused() {
    String page = admin.get("/catalogue/vat-rates").body();
    assertThat(page).contains("SCUTIT", "Valabile astăzi");
    Map<String, String> overlapping = new LinkedHashMap<>();
    overlapping.put("seen", seen("/catalogue/vat-rates"));
    for (int i = 0; i < 2; i++) {
      overlapping.put("periods[" + i + "].code", "21");
      overlapping.put("periods[" + i + "].percentage", "21");
      overlapping.put("periods[" + i + "].from", "2026-01-0" + (i + 1));
      overlapping.put("periods[" + i + "].until", "");
    }
    HttpResponse<String> answer = admin.post("/catalogue/vat-rates", overlapping);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("de două ori");
  }

  @Test
  void an_agent_sees_the_catalogue_and_may_not_change_it() {
    String item = add("X-" + mark, "Numai de văzut", "1");
    Visitor agent = new Visitor(RunningApp.address()).as("ana.ionescu");
    assertThat(agent.get(item).body()).contains("Numai de văzut").doesNotContain(item + "/edit");
    assertThat(agent.post("/catalogue/add", fields("Y-" + mark, "Y", "1")).statusCode())
        .isEqualTo(409);
    assertThat(agent.get("/catalogue?q=Y-" + mark).body()).doesNotContain(">Y-" + mark);
    assertThat(agent.get("/catalogue/vat-rates").body()).doesNotContain("periods[0]");
    assertThat(agent.get("/sheets").statusCode()).isEqualTo(200);
    assertThat(agent.get("/sheets?q=ceva&state=DRAFT").body()).contains("Nicio fișă");
  }

  private String add(String code, String name, String price) {
    HttpResponse<String> answer = admin.post("/catalogue/add", fields(code, name, price));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static Map<String, String> fields(String code, String name, String price) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("code", code);
    fields.put("name", name);
    fields.put("unit", "buc");
    fields.put("kind", "PRODUCT");
    fields.put("category", "Probe");
    fields.put("vatRate", "21");
    fields.put("commission", "2,5");
    fields.put("price", price);
    fields.put("currency", "RON");
    fields.put("cost", "");
    return fields;
  }

  private String seen(String path) {
    Matcher matcher = SEEN.matcher(admin.get(path).body());
    assertThat(matcher.find()).as(path).isTrue();
    return matcher.group(1);
  }
}
