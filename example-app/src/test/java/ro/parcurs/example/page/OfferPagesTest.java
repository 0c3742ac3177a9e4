package ro.parcurs.example.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.example.RunningApp;
import ro.parcurs.example.Visitor;

/** The pages of offers, asked over HTTP; each test has a client of its own. */
class OfferPagesTest {

  private static final String UUID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
  private static final Pattern LEAD = Pattern.compile("/leads/" + UUID);
  private static final Pattern OFFER = Pattern.compile("/offers/" + UUID);
  private static final Pattern SEEN =
      Pattern.compile("<input type=\"hidden\" name=\"seen\" value=\"(\\d+)\"");

  private final Visitor ana = new Visitor(RunningApp.address()).as("ana.ionescu");
  private final Visitor admin = new Visitor(RunningApp.address()).as("elena.vasile");
  private final Visitor manager = new Visitor(RunningApp.address()).as("dan.munteanu");

  @Test
  void an_offer_is_written_row_by_row_saved_and_shown_with_its_totals() {
    String offer = begun("Uși SRL");
    Map<String, String> form = form(offer);
    form.put("do", "add-chapter");
    HttpResponse<String> withChapter = ana.post(offer + "/edit/rows", form);
    assertThat(withChapter.statusCode()).isEqualTo(200);
    assertThat(withChapter.body()).contains("chapters[0].title", "chapters[0].lines[0].price");

    fill(form, "0", "Uși", "Ușă de stejar", "2", "1234,5");
    form.put("chapters[0].lines[1].name", "Prag");
    form.put("chapters[0].lines[1].unit", "buc");
    form.put("chapters[0].lines[1].quantity", "1");
    form.put("chapters[0].lines[1].price", "100");
    form.put("chapters[0].lines[1].vat", "11");
    form.put("chapters[0].lines[1].optional", "yes");
    form.put("discount", "10");
    form.put("do", "remove-line:0:1");
    assertThat(ana.post(offer + "/edit/rows", form).body())
        .contains("Ușă de stejar")
        .doesNotContain("Prag");

    form.remove("do");
    assertThat(ana.post(offer + "/edit/totals", form).body())
        .contains("2.222,10", "2.688,74")
        .doesNotContain("<html");

    assertThat(ana.post(offer + "/edit", form).statusCode()).isEqualTo(303);
    assertThat(ana.get(offer).body())
        .contains("Ușă de stejar", "2.469,00", "2.222,10", "466,64", "2.688,74", "Prag")
        .contains("Opționale, neincluse în total");
  }

  @Test
  void what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost() {
    String offer = begun("Greșeli SRL");
    Map<String, String> form = form(offer);
    fill(form, "0", "Uși", "", "abc", "-1");
    form.put("validUntil", "2020-01-01");
    HttpResponse<String> answer = ana.post(offer + "/edit", form);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Nu este un număr", "value=\"abc\"", "Nu poate fi în trecut")
        .contains("chapters[0].lines[0].name-fault", "chapters[0].lines[0].price-fault")
        .doesNotContain("<li>content");
  }

  @Test
  void an_offer_is_declined_approved_finalised_handed_over_revised_and_compared() {
    String offer = begun("Drum SRL");
    Map<String, String> form = form(offer);
    fill(form, "0", "Uși", "Ușă", "2", "100");
    ana.post(offer + "/edit", form);
    press(ana, offer, "submit");

    String declining = manager.get(offer + "/decline").body();
    assertThat(
            manager
                .post(offer + "/decline", Map.of("seen", seen(declining), "reason", ""))
                .statusCode())
        .isEqualTo(422);
    manager.post(offer + "/decline", Map.of("seen", seen(declining), "reason", "Prea ieftin"));
    assertThat(ana.get(offer).body()).contains("Prea ieftin", "Ciornă");

    press(ana, offer, "submit");
    assertThat(ana.get(offer).body()).doesNotContain(offer + "/approve");
    press(manager, offer, "approve");
    press(ana, offer, "finalise");
    press(ana, offer, "hand-over");
    assertThat(ana.get(offer).body()).contains("La client", "Revizuiește");

    String revising = ana.get(offer + "/revise").body();
    HttpResponse<String> revised =
        ana.post(
            offer + "/revise",
            Map.of("seen", seen(revising), "validUntil", LocalDate.now().plusDays(20).toString()));
    String next = "/offers/" + first(OFFER, location(revised));
    Map<String, String> second = form(next);
    fill(second, "0", "Uși", "Ușă", "3", "90");
    ana.post(next + "/edit", second);
    assertThat(ana.get(next).body()).contains("/2", next + "/compare/");
    assertThat(ana.get(next + "/compare" + offer.replace("/offers", "")).body())
        .contains("cantitate", "preț", "270,00", "200,00");
    assertThat(ana.get(offer).body()).contains("Înlocuită");
  }

  @Test
  void before_an_offer_is_made_anew_the_page_names_the_lines_that_would_be_lost() {
    String code = "NOU-" + Cuis.next().digits();
    Map<String, String> item = new LinkedHashMap<>();
    item.put("code", code);
    item.put("name", "Montaj ușă");
    item.put("unit", "buc");
    item.put("kind", "SERVICE");
    item.put("category", "Probe");
    item.put("vatRate", "21");
    item.put("commission", "0");
    item.put("price", "100");
    item.put("currency", "RON");
    location(admin.post("/catalogue/add", item));

    String lead = "/leads/" + lead("Regenerată SRL", "MEETING_EVALUATION");
    String sheet = location(ana.post(lead + "/sheets", Map.of()));
    location(
        ana.post(
            sheet,
            Map.of(
                "seen", seen(ana.get(sheet).body()),
                "lines[0].item", code,
                "lines[0].quantity", "2",
                "currency", "RON",
                "explosion", "COMPONENTS")));
    location(ana.post(sheet + "/finalise", Map.of("seen", seen(ana.get(sheet).body()))));
    goOnToNegotiation(lead);
    ana.get(lead + "/offers/add");
    String offer =
        "/offers/"
            + first(
                OFFER,
                location(
                    ana.post(
                        lead + "/offers/add",
                        Map.of(
                            "source",
                            sheet.replace("/sheets/", ""),
                            "validUntil",
                            LocalDate.now().plusDays(30).toString()))));
    assertThat(ana.get(offer).body()).contains("Montaj ușă").doesNotContain("Regenerează");

    item.put("price", "120");
    String address =
        "/catalogue/"
            + first(
                Pattern.compile("/catalogue/" + UUID + "\">" + code),
                admin.get("/catalogue?q=" + code).body());
    item.put("seen", seen(admin.get(address + "/edit").body()));
    location(admin.post(address + "/edit", item));
    assertThat(ana.get(offer).body()).contains("Regenerează").doesNotContain("se pierd");

    Map<String, String> form = form(offer);
    fill(form, "0", "Livrare", "Transport cu macara", "1", "50");
    location(ana.post(offer + "/edit", form));
    assertThat(ana.get(offer).body())
        .containsSubsequence(
            "Prin regenerare se pierd liniile care nu sunt din fișa",
            "Transport cu macara: 1 buc, 50,00",
            "Regenerează");
    press(ana, offer, "regenerate");
    assertThat(ana.get(offer).body())
        .contains("Montaj ușă", "240,00")
        .doesNotContain("Transport cu macara");
  }

  private void goOnToNegotiation(String lead) {
    Pattern responsibility = Pattern.compile("(/responsibilities/[0-9a-f-]{36})/close");
    String meeting = first(responsibility, ana.get(lead + "/commercial").body());
    location(
        ana.post(
            meeting + "/meeting",
            Map.of(
                "seen",
                seen(ana.get(meeting + "/meeting").body()),
                "at",
                LocalDate.now().minusDays(1) + "T10:00",
                "place",
                "la ei")));
    String hold =
        first(
            Pattern.compile("(/responsibilities/[0-9a-f-]{36}/meetings/[0-9a-f-]{36}/hold)"),
            ana.get(lead + "/commercial").body());
    location(
        ana.post(
            hold,
            Map.of(
                "seen",
                seen(ana.get(hold).body()),
                "at",
                LocalDate.now().minusDays(1) + "T10:00")));
    location(
        ana.post(
            meeting + "/summary",
            Map.of("seen", seen(ana.get(meeting + "/summary").body()), "summary", "vor ofertă")));
    location(
        ana.post(
            meeting + "/close",
            Map.of(
                "seen",
                seen(ana.get(meeting + "/close").body()),
                "outcome",
                "OPEN_NEXT",
                "deadline",
                LocalDate.now().plusDays(3) + "T10:00")));
  }

  @Test
  void a_button_pressed_on_an_old_page_says_who_was_first() {
    String offer = begun("Veche pagină SRL");
    Map<String, String> form = form(offer);
    fill(form, "0", "Uși", "Ușă", "2", "100");
    String old = seen(ana.get(offer).body());
    ana.post(offer + "/edit", form);
    HttpResponse<String> late = ana.post(offer + "/submit", Map.of("seen", old));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("modificat între timp de Ana Ionescu");
  }

  @Test
  void an_offer_of_a_pursuit_begun_at_the_contracting_is_accepted_on_its_own_page() {
    String offer = begun("Direct la contract SRL", "CONTRACTING");
    Map<String, String> form = form(offer);
    fill(form, "0", "Uși", "Ușă", "2", "100");
    ana.post(offer + "/edit", form);
    press(ana, offer, "submit");
    press(manager, offer, "approve");
    press(ana, offer, "finalise");
    assertThat(ana.get(offer).body()).doesNotContain(offer + "/accept");
    press(ana, offer, "hand-over");
    press(ana, offer, "accept");
    assertThat(ana.get(offer).body())
        .contains("Acceptată", "a fost acceptată de client")
        .doesNotContain(offer + "/accept", offer + "/revise");
  }

  @Test
  void an_offer_is_downloaded_as_pdf_in_the_chosen_language_under_its_clients_name() {
    String offer = begun("Țesătoria Șoim SRL");
    Map<String, String> form = form(offer);
    fill(form, "0", "Uși", "Ușă", "2", "100");
    ana.post(offer + "/edit", form);
    assertThat(ana.get(offer).body())
        .contains(offer + "/document/ro\">", offer + "/document/en\">");
    HttpResponse<String> document = ana.get(offer + "/document/ro");
    assertThat(document.statusCode()).isEqualTo(200);
    assertThat(document.body()).startsWith("%PDF-");
    assertThat(document.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/pdf");
    assertThat(URLDecoder.decode(disposition(document), StandardCharsets.UTF_8))
        .matches("attachment; filename\\*=UTF-8''Ofertă OF-\\d{4}-\\d{5} Țesătoria Șoim SRL\\.pdf");
    assertThat(disposition(ana.get(offer + "/document/en"))).contains("''Offer%20OF-");
    assertThat(ana.get(offer + "/document/fr").statusCode()).isEqualTo(404);
    Visitor mihai = new Visitor(RunningApp.address()).as("mihai.radu");
    assertThat(mihai.get(offer + "/document/ro").statusCode()).isEqualTo(403);
  }

  private static String disposition(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Disposition").orElse("");
  }

  @Test
  void offers_are_listed_to_those_who_may_see_their_client() {
    String offer = begun("Listată SRL");
    String lead = first(LEAD, ana.get(offer).body());
    assertThat(ana.get("/leads/" + lead + "/offers").body()).contains(offer);
    assertThat(manager.get("/offers?q=listata&state=DRAFT").body()).contains("Listată SRL");
    assertThat(manager.get("/offers?q=listata&state=SENT").body()).doesNotContain("Listată SRL");
    Visitor mihai = new Visitor(RunningApp.address()).as("mihai.radu");
    assertThat(mihai.get("/offers").body()).doesNotContain("Listată SRL");
    assertThat(mihai.get(offer).statusCode()).isEqualTo(403);
  }

  /** An empty draft by Ana for a new client with whom she negotiates; its address. */
  private String begun(String name) {
    return begun(name, "OFFER_NEGOTIATION");
  }

  private String begun(String name, String step) {
    String lead = lead(name, step);
    ana.get("/leads/" + lead + "/offers/add");
    HttpResponse<String> drafted =
        ana.post(
            "/leads/" + lead + "/offers/add",
            Map.of("source", "hand", "validUntil", LocalDate.now().plusDays(30).toString()));
    return "/offers/" + first(OFFER, location(drafted));
  }

  /** A new client of Ana's, at that step; its identity. */
  private String lead(String name, String step) {
    ana.get("/leads/add");
    String lead =
        first(
            LEAD,
            location(
                ana.post(
                    "/leads/add",
                    Map.of(
                        "cui",
                        Cuis.next().digits(),
                        "checkDigitAccepted",
                        "yes",
                        "name",
                        name,
                        "county",
                        "CJ",
                        "locality",
                        "Dej",
                        "priority",
                        "NORMAL"))));
    String activating = ana.get("/leads/" + lead + "/activate").body();
    Map<String, String> activate = new LinkedHashMap<>();
    activate.put("seen", seen(activating));
    activate.put("owner", "ana.ionescu");
    activate.put("firstContact", LocalDate.now().plusDays(1) + "T10:00");
    activate.put("step", step);
    activate.put("priority", "NORMAL");
    location(ana.post("/leads/" + lead + "/activate", activate));
    return lead;
  }

  /** What the form of an empty draft sends. */
  private Map<String, String> form(String offer) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("seen", seen(ana.get(offer + "/edit").body()));
    form.put("currency", "RON");
    form.put("validUntil", LocalDate.now().plusDays(30).toString());
    return form;
  }

  private static void fill(
      Map<String, String> form,
      String chapter,
      String title,
      String name,
      String quantity,
      String price) {
    String line = "chapters[" + chapter + "].lines[0]";
    form.put("chapters[" + chapter + "].title", title);
    form.put(line + ".item", "");
    form.put(line + ".name", name);
    form.put(line + ".unit", "buc");
    form.put(line + ".quantity", quantity);
    form.put(line + ".price", price);
    form.put(line + ".discount", "");
    form.put(line + ".vat", "21");
  }

  private static void press(Visitor visitor, String offer, String button) {
    String page = visitor.get(offer).body();
    assertThat(page).contains(offer + "/" + button);
    location(visitor.post(offer + "/" + button, Map.of("seen", seen(page))));
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElse("");
  }

  private static String seen(String page) {
    return first(SEEN, page);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
