package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.parcurs.crm.testkit.Cuis;

/**
 * An offer of Ana's for a new client, made over HTTP, whose contact person Ștefan has an e-mail
 * address.
 *
 * @param lead the address of the client's page
 * @param offer the address of the offer's page
 */
record OfferToSend(Visitor ana, String lead, String offer) {

  private static final Pattern LEAD = Pattern.compile("(/leads/[0-9a-f-]{36})");
  private static final Pattern OFFER = Pattern.compile("(/offers/[0-9a-f-]{36})");
  private static final Pattern SEEN =
      Pattern.compile("<input type=\"hidden\" name=\"seen\" value=\"(\\d+)\"");
  private static final Pattern PERSON =
      Pattern.compile("name=\"to\" value=\"([0-9a-f-]{36})\" checked");
  private static final Pattern SENDING = Pattern.compile("/mail/([0-9a-f-]{36})");

  /** A draft without lines, of the program at that address. */
  static OfferToSend drafted(String app, String client) {
    Visitor ana = new Visitor(app).as("ana.ionescu");
    String lead = negotiating(ana, client);
    String offer =
        first(
            OFFER,
            location(
                ana.post(
                    lead + "/offers/add",
                    Map.of(
                        "source", "hand", "validUntil", LocalDate.now().plusDays(30).toString()))));
    return new OfferToSend(ana, lead, offer);
  }

  /** One that was approved and finalised. */
  static OfferToSend finalised(String app, String client) {
    OfferToSend offer = drafted(app, client);
    offer.finalise(new Visitor(app).as("dan.munteanu"));
    return offer;
  }

  void finalise(Visitor manager) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("currency", "RON");
    form.put("validUntil", LocalDate.now().plusDays(30).toString());
    form.put("chapters[0].title", "Uși");
    String line = "chapters[0].lines[0]";
    form.put(line + ".item", "");
    form.put(line + ".name", "Ușă de stejar");
    form.put(line + ".unit", "buc");
    form.put(line + ".quantity", "2");
    form.put(line + ".price", "100");
    form.put(line + ".discount", "");
    form.put(line + ".vat", "21");
    finalise(manager, form);
  }

  /** With what was typed into the form. */
  void finalise(Visitor manager, Map<String, String> typed) {
    Map<String, String> form = new LinkedHashMap<>(typed);
    form.put("seen", seen(ana.get(offer + "/edit").body()));
    location(ana.post(offer + "/edit", form));
    press(ana, "submit");
    press(manager, "approve");
    press(ana, "finalise");
  }

  /** What the form for sending it sends when it is left as it is. */
  Map<String, String> form(String language) {
    String page = ana.get(offer + "/mail?language=" + language).body();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("seen", seen(page));
    form.put("language", language);
    form.put("to", first(PERSON, page));
    form.put("subject", first(Pattern.compile("name=\"subject\" value=\"([^\"]+)\""), page));
    form.put("text", first(Pattern.compile("(?s)<textarea[^>]*>(.*?)</textarea>"), page));
    return form;
  }

  void send() {
    location(ana.post(offer + "/mail", form("ro")));
  }

  /** Its page, as soon as that says so. */
  String pageThatSays(String text) throws InterruptedException {
    String page = ana.get(offer).body();
    for (int i = 0; i < 150 && !page.contains(text); i++) {
      Thread.sleep(100);
      page = ana.get(offer).body();
    }
    assertThat(page).contains(text);
    return page;
  }

  /** The address at which is decided about its only mail. */
  String decision() {
    return offer + "/mail/" + first(SENDING, ana.get(offer).body());
  }

  HttpResponse<String> decide(String decision) {
    String at = decision();
    return ana.post(at, Map.of("seen", seen(ana.get(at).body()), "decision", decision));
  }

  private void press(Visitor visitor, String button) {
    location(visitor.post(offer + "/" + button, Map.of("seen", seen(visitor.get(offer).body()))));
  }

  private static String negotiating(Visitor ana, String client) {
    ana.get("/leads/add");
    Map<String, String> company = new LinkedHashMap<>();
    company.put("cui", Cuis.next().digits());
    company.put("checkDigitAccepted", "yes");
    company.put("name", client);
    company.put("county", "CJ");
    company.put("locality", "Dej");
    company.put("priority", "NORMAL");
    String lead = first(LEAD, location(ana.post("/leads/add", company)));
    person(ana, lead, Map.of("name", "Fără Adresă"));
    person(
        ana,
        lead,
        Map.of("name", "Ștefan Țară", "emails[0]", "stefan@exemplu.ro", "primary", "yes"));
    Map<String, String> activate = new LinkedHashMap<>();
    activate.put("seen", seen(ana.get(lead + "/activate").body()));
    activate.put("owner", "ana.ionescu");
    activate.put("firstContact", LocalDate.now().plusDays(1) + "T10:00");
    activate.put("step", "OFFER_NEGOTIATION");
    activate.put("priority", "NORMAL");
    location(ana.post(lead + "/activate", activate));
    ana.get(lead + "/offers/add");
    return lead;
  }

  private static void person(Visitor ana, String lead, Map<String, String> person) {
    ana.get(lead + "/people/add");
    location(ana.post(lead + "/people/add", person));
  }

  static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElse("");
  }

  static String seen(String page) {
    return first(SEEN, page);
  }

  static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
