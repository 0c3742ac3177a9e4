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

/** The pages of leads, asked over HTTP; each test adds a company of its own. */
class LeadPagesTest {

  private static final Pattern LEAD =
      Pattern.compile("/leads/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"(_once|seen)\" value=\"([^\"]*)\"");

  private final Visitor manager = new Visitor(RunningApp.address()).as("dan.munteanu");

  @Test
  void what_is_missing_is_told_beside_each_field_and_what_was_typed_stays() {
    manager.get("/leads/add");
    HttpResponse<String> answer =
        manager.post("/leads/add", Map.of("cui", "", "name", "", "county", "", "locality", "Dej"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Completați CUI-ul.", "Alegeți județul.", "Completați denumirea sau numele.")
        .doesNotContain("Completați localitatea.")
        .contains("value=\"Dej\"");
  }

  @Test
  void a_failing_check_digit_is_accepted_only_when_the_box_is_ticked() {
    manager.get("/leads/add");
    Map<String, String> old = new LinkedHashMap<>(company("99020016", "Veche SRL"));
    assertThat(manager.post("/leads/add", old).body()).contains("Cifra de control");

    old.put("checkDigitAccepted", "yes");
    String lead = leadOf(manager.post("/leads/add", old));
    assertThat(manager.get("/leads/" + lead + "/people").body())
        .contains("cifra de control nu se potrivește");
  }

  @Test
  void a_company_that_is_there_already_opens_its_lead() {
    String cui = Cuis.next().digits();
    String lead = added(cui, "Prima SRL");
    manager.get("/leads/add");
    assertThat(leadOf(manager.post("/leads/add", company("RO " + cui, "A doua SRL"))))
        .isEqualTo(lead);
  }

  @Test
  void people_come_are_exported_and_erased() {
    String lead = added(Cuis.next().digits(), "Oameni SRL");
    String people = "/leads/" + lead + "/people";
    manager.get(people + "/add");
    HttpResponse<String> broken =
        manager.post(people + "/add", Map.of("name", "Ioana Mureșan", "phones[1]", "abc"));
    assertThat(broken.statusCode()).isEqualTo(422);
    assertThat(broken.body()).contains("Nu este un număr de telefon", "value=\"abc\"");

    manager.post(people + "/add", Map.of("name", "Ioana Mureșan", "phones[0]", "0722 123 456"));
    String page = manager.get(people).body();
    assertThat(page).contains("Ioana Mureșan", "0722 123 456", "principală");
    String person = first(Pattern.compile("/people/([0-9a-f-]{36})/edit"), page);

    HttpResponse<String> export = manager.post(people + "/" + person + "/export", Map.of());
    assertThat(export.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(export.body()).contains("Ioana Mureșan", "+40722123456");

    String removal = manager.get(people + "/" + person + "/remove").body();
    manager.post(people + "/" + person + "/erase", hidden(removal));
    assertThat(manager.get(people).body()).doesNotContain("Ioana");
  }

  @Test
  void an_edit_of_what_was_changed_meanwhile_says_who_was_first() {
    String lead = added(Cuis.next().digits(), "Schimbată SRL");
    String edit = "/leads/" + lead + "/edit";
    Map<String, String> first = hidden(manager.get(edit).body());
    Map<String, String> second = hidden(manager.get(edit).body());
    first.putAll(company("", "Întâi SRL"));
    second.putAll(company("", "Apoi SRL"));

    assertThat(manager.post(edit, first).statusCode()).isEqualTo(303);
    HttpResponse<String> late = manager.post(edit, second);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("modificat între timp de Dan Munteanu", "Apoi SRL");
    assertThat(manager.get("/leads?q=intai").body()).contains("Întâi SRL");
  }

  @Test
  void who_may_not_open_a_lead_finds_it_nowhere() {
    String lead = added(Cuis.next().digits(), "Ascunsă SRL");
    manager.get("/leads");
    manager.post("/leads/assign", Map.of("leads", lead, "newOwner", "ana.ionescu"));

    Visitor mihai = new Visitor(RunningApp.address()).as("mihai.radu");
    assertThat(mihai.get("/leads/" + lead + "/people").statusCode()).isEqualTo(403);
    assertThat(mihai.get("/leads?q=ascunsa").body()).doesNotContain("Ascunsă SRL");
    Visitor ana = new Visitor(RunningApp.address()).as("ana.ionescu");
    assertThat(ana.get("/leads?q=ascunsa").body()).contains("Ascunsă SRL");
  }

  @Test
  void leads_are_assigned_only_to_somebody_who_was_chosen() {
    manager.get("/leads");
    HttpResponse<String> answer = manager.post("/leads/assign", Map.of("newOwner", ""));
    assertThat(answer.statusCode()).isEqualTo(422);
  }

  @Test
  void a_filter_is_saved_found_again_and_forgotten() {
    manager.get("/leads?q=ceva");
    manager.post("/leads/filters", Map.of("name", "Ceva anume", "q", "ceva", "overdue", "yes"));
    String page = manager.get("/leads").body();
    assertThat(page).contains("Ceva anume", "/leads?q=ceva&amp;overdue=yes");

    String filter = first(Pattern.compile("/leads/filters/([0-9a-f-]{36})/delete"), page);
    manager.post("/leads/filters/" + filter + "/delete", Map.of());
    assertThat(manager.get("/leads").body()).doesNotContain("Ceva anume");
  }

  private String added(String cui, String name) {
    manager.get("/leads/add");
    return leadOf(manager.post("/leads/add", company(cui, name)));
  }

  private static String leadOf(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return first(LEAD, answer.headers().firstValue("Location").orElse(""));
  }

  private static Map<String, String> company(String cui, String name) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (!cui.isEmpty()) {
      fields.put("cui", cui);
    }
    fields.putAll(Map.of("name", name, "county", "CJ", "locality", "Dej", "priority", "NORMAL"));
    return fields;
  }

  private static Map<String, String> hidden(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher matcher = HIDDEN.matcher(page);
    while (matcher.find()) {
      fields.putIfAbsent(matcher.group(1), matcher.group(2));
    }
    return fields;
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
