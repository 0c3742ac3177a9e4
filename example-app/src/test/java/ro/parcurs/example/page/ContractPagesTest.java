package ro.parcurs.example.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.example.RunningApp;
import ro.parcurs.example.Visitor;

/** The pages of contracts and orders, asked over HTTP; each test has a client of its own. */
class ContractPagesTest {

  private static final String UUID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
  private static final Pattern LEAD = Pattern.compile("/leads/" + UUID);
  private static final Pattern OFFER = Pattern.compile("/offers/" + UUID);
  private static final Pattern CONTRACT = Pattern.compile("/contracts/" + UUID);
  private static final Pattern ORDER = Pattern.compile("/orders/" + UUID + "/invoice");
  private static final Pattern CLOSING = Pattern.compile("(/responsibilities/[0-9a-f-]{36}/close)");
  private static final Pattern DOCUMENT = Pattern.compile("name=\"document\" value=\"([^\"]+)\"");
  private static final Pattern SEEN =
      Pattern.compile("<input type=\"hidden\" name=\"seen\" value=\"(\\d+)\"");

  private final Visitor ana = new Visitor(RunningApp.address()).as("ana.ionescu");
  private final Visitor manager = new Visitor(RunningApp.address()).as("dan.munteanu");

  @Test
  void a_contract_is_drawn_up_signed_and_completed_and_its_order_invoiced_and_paid() {
    String lead = contracting("Contractata SRL", true);
    assertThat(ana.get(lead + "/contracts").body()).contains(lead + "/contract\"");
    assertThat(ana.get(lead + "/financial").body()).contains("Comanda de client apare aici");
    assertThat(ana.get(lead + "/contract").body()).contains("200,00", "242,00", "Ana Ionescu");

    Map<String, String> terms = terms("", "Ion Ene");
    String contract =
        "/contracts/" + first(CONTRACT, location(ana.post(lead + "/contract", terms)));
    String shown = ana.get(contract).body();
    assertThat(shown).contains("Contractul CT-", "Contractata SRL", "200,00", "24 de ore");
    assertThat(shown).doesNotContain("Blochează finalizarea");

    HttpResponse<String> attached =
        ana.postFile(
            contract + "/file", Map.of("seen", seen(shown)), "content", "semnat ș.pdf", "%PDF-1.7");
    assertThat(attached.statusCode()).as(attached.body()).isEqualTo(303);
    assertThat(ana.get(contract).body()).contains("semnat ș.pdf", "8 octeți");
    assertThat(ana.get(contract + "/file").body()).isEqualTo("%PDF-1.7");

    complete(lead);
    assertThat(ana.get("/contracts?search=contractata").body()).contains(contract, "Semnat");
    String financial = manager.get(lead + "/financial").body();
    assertThat(financial).contains("Comanda CC-", "242,00");
    String order = lead + "/orders/" + first(ORDER, financial);

    String invoicing = manager.get(order + "/invoice").body();
    Map<String, String> invoice = new LinkedHashMap<>();
    String document = first(DOCUMENT, invoicing);
    invoice.put("document", document);
    invoice.put("revision", "1");
    invoice.put("number", "FCT 7");
    invoice.put("stage", "ISSUED");
    invoice.put("issuedOn", LocalDate.now().toString());
    invoice.put("dueOn", LocalDate.now().plusDays(30).toString());
    invoice.put("amount", "242");
    invoice.put("currency", "EUR");
    HttpResponse<String> foreign = manager.post(order + "/invoice", invoice);
    assertThat(foreign.statusCode()).isEqualTo(422);
    assertThat(foreign.body()).contains("currency-fault", "Comanda este în RON");
    invoice.put("currency", "RON");
    location(manager.post(order + "/invoice", invoice));
    assertThat(manager.get(lead + "/financial").body()).contains("FCT 7", "Emisă");

    Map<String, String> payment = new LinkedHashMap<>();
    String paying = manager.get(order + "/payment?invoice=" + document).body();
    payment.put("document", first(DOCUMENT, paying));
    payment.put("revision", "1");
    payment.put("invoice", document);
    payment.put("paidOn", LocalDate.now().toString());
    payment.put("amount", "100");
    payment.put("currency", "RON");
    location(manager.post(order + "/payment", payment));
    assertThat(manager.get(lead + "/financial").body()).contains("Încasată parțial", "142,00");
    payment.put("revision", "2");
    payment.put("amount", "242");
    location(manager.post(order + "/payment", payment));
    assertThat(manager.get(lead + "/financial").body()).contains(">Încasată<");
    assertThat(ana.get("/orders?search=contractata").body()).contains("Contractata SRL", "242,00");
    assertThat(ana.get("/orders?search=contractata&unpaid=yes").body())
        .doesNotContain("Contractata SRL");

    location(
        manager.post(
            order + "/cancel", Map.of("kind", "payment", "document", payment.get("document"))));
    assertThat(manager.get(lead + "/financial").body()).contains("Stornată", "Emisă");
    location(manager.post(order + "/cancel", Map.of("kind", "invoice", "document", document)));
    assertThat(manager.get(lead + "/financial").body()).contains("Anulată");
    assertThat(ana.get(lead + "/financial").body()).doesNotContain(order + "/invoice");
  }

  @Test
  void what_blocks_the_contract_is_told_all_at_once_and_keeps_it_from_being_completed() {
    String lead = contracting("Goala SRL", false);
    String contract =
        "/contracts/" + first(CONTRACT, location(ana.post(lead + "/contract", terms("7/A", ""))));
    assertThat(ana.get(contract).body())
        .contains("Blochează finalizarea", "registrul comerțului", "strada și numărul")
        .contains("reprezentantul", "IBAN-ul clientului", "e-mail pentru facturi");
    String closing = ana.get(lead + "/commercial").body();
    String close = first(CLOSING, closing);
    HttpResponse<String> refused =
        ana.post(close, Map.of("seen", seen(ana.get(close).body()), "outcome", "COMPLETED"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("IBAN-ul clientului");
  }

  @Test
  void what_is_wrong_with_a_contract_stands_beside_its_field() {
    String lead = contracting("Gresita SRL", true);
    Map<String, String> terms = terms("9".repeat(51), "Ion Ene");
    terms.remove("openEnded");
    terms.put("end", "2020-01-01");
    terms.put("date", "");
    HttpResponse<String> answer = ana.post(lead + "/contract", terms);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("number-fault", "date-fault", "end-fault", "9".repeat(51))
        .doesNotContain("<li>contract");
  }

  private static Map<String, String> terms(String number, String clientRepresentative) {
    Map<String, String> terms = new LinkedHashMap<>();
    terms.put("number", number);
    terms.put("date", LocalDate.now().toString());
    terms.put("start", LocalDate.now().toString());
    terms.put("end", "");
    terms.put("openEnded", "yes");
    terms.put("paymentTermDays", "30");
    terms.put("ourRepresentative", "Ana Ionescu");
    terms.put("clientRepresentative", clientRepresentative);
    terms.put("notes", "");
    return terms;
  }

  /** A lead of Ana's whose offer of 200,00 was accepted; its address. */
  private String contracting(String name, boolean complete) {
    ana.get("/leads/add");
    Map<String, String> company = new LinkedHashMap<>();
    company.put("cui", Cuis.next().digits());
    company.put("checkDigitAccepted", "yes");
    company.put("name", name);
    company.put("county", "CJ");
    company.put("locality", "Dej");
    company.put("priority", "NORMAL");
    if (complete) {
      company.put("street", "Str. Lungă 1");
      company.put("tradeRegisterNumber", "J40/372/2002");
      company.put("iban", "RO49AAAA1B31007593840000");
    }
    String lead = "/leads/" + first(LEAD, location(ana.post("/leads/add", company)));
    Map<String, String> activate = new LinkedHashMap<>();
    activate.put("seen", seen(ana.get(lead + "/activate").body()));
    activate.put("owner", "ana.ionescu");
    activate.put("firstContact", LocalDate.now().plusDays(1) + "T10:00");
    activate.put("step", "OFFER_NEGOTIATION");
    activate.put("priority", "NORMAL");
    location(ana.post(lead + "/activate", activate));
    ana.get(lead + "/offers/add");
    HttpResponse<String> drafted =
        ana.post(
            lead + "/offers/add",
            Map.of("source", "hand", "validUntil", LocalDate.now().plusDays(30).toString()));
    String offer = "/offers/" + first(OFFER, location(drafted));
    Map<String, String> content = new LinkedHashMap<>();
    content.put("seen", seen(ana.get(offer + "/edit").body()));
    content.put("currency", "RON");
    content.put("validUntil", LocalDate.now().plusDays(30).toString());
    content.put("chapters[0].title", "Uși");
    content.put("chapters[0].lines[0].item", "");
    content.put("chapters[0].lines[0].name", "Ușă");
    content.put("chapters[0].lines[0].unit", "buc");
    content.put("chapters[0].lines[0].quantity", "2");
    content.put("chapters[0].lines[0].price", "100");
    content.put("chapters[0].lines[0].discount", "");
    content.put("chapters[0].lines[0].vat", "21");
    location(ana.post(offer + "/edit", content));
    press(ana, offer, "submit");
    press(manager, offer, "approve");
    press(ana, offer, "finalise");
    press(ana, offer, "hand-over");
    String close = first(CLOSING, ana.get(lead + "/commercial").body());
    location(
        ana.post(
            close,
            Map.of(
                "seen",
                seen(ana.get(close).body()),
                "outcome",
                "OPEN_NEXT",
                "deadline",
                LocalDate.now().plusDays(5) + "T10:00")));
    return lead;
  }

  private void complete(String lead) {
    String close = first(CLOSING, ana.get(lead + "/commercial").body());
    location(ana.post(close, Map.of("seen", seen(ana.get(close).body()), "outcome", "COMPLETED")));
  }

  private static void press(Visitor visitor, String offer, String button) {
    location(visitor.post(offer + "/" + button, Map.of("seen", seen(visitor.get(offer).body()))));
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
