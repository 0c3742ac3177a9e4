package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An offer goes by e-mail into the demo's mailbox, over HTTP. */
class OfferByMailTest {

  private static final Pattern LETTER = Pattern.compile("(/mailbox/\\d+)");

  private final Visitor manager = new Visitor(RunningApp.address()).as("dan.munteanu");
  private final Visitor mihai = new Visitor(RunningApp.address()).as("mihai.radu");

  @Test
  void a_finalised_offer_is_sent_arrives_with_its_pdf_and_counts_as_sent() throws Exception {
    OfferToSend sent = OfferToSend.finalised(RunningApp.address(), "Poșta Șoim SRL");
    Visitor ana = sent.ana();
    assertThat(ana.get(sent.offer()).body()).contains("Finalizată", sent.offer() + "/mail");

    Map<String, String> form = sent.form("ro");
    form.put("text", "Bună ziua,\n\n<script>alert(1)</script> – șțăâî");
    form.put("copyToOwner", "yes");
    assertThat(OfferToSend.location(ana.post(sent.offer() + "/mail", form)))
        .isEqualTo(sent.offer());

    assertThat(sent.pageThatSays("La client"))
        .contains("E-mailuri", "Trimis", "Ștefan Țară", "stefan@exemplu.ro")
        .contains("Pus la trimis de Ana Ionescu")
        .doesNotContain("every 2s", sent.offer() + "/mail/");
    assertThat(ana.get(sent.lead() + "/timeline").body()).contains("a plecat pe e-mail");

    String subject = form.get("subject");
    assertThat(subject).matches("Oferta OF-\\d{4}-\\d{5} pentru Poșta Șoim SRL");
    String letter = letter(ana, subject);
    assertThat(ana.get(letter).body())
        .contains(subject, "Soare Demo Instalații SRL", "oferte@soare-demo.example")
        .contains("Ștefan Țară", "stefan@exemplu.ro", "ana.ionescu@soare-demo.example")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; – șțăâî", "&lt;!DOCTYPE html&gt;")
        .doesNotContain("<script>alert");
    HttpResponse<byte[]> file = ana.download(letter + "/file");
    assertThat(new String(file.body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains(".pdf");
    assertThat(ana.get(letter + "/source").body())
        .contains("Message-ID: <", "Content-Type: multipart/mixed", "To: =?UTF-8?B?");
  }

  @Test
  void the_mail_begins_as_the_template_of_its_language_says_to_those_who_have_an_address() {
    OfferToSend offer = OfferToSend.finalised(RunningApp.address(), "Șablon SRL");
    assertThat(offer.ana().get(offer.offer() + "/mail").body())
        .contains("pentru Șablon SRL\"", "Bună ziua", "Ștefan Țară", "242,00")
        .contains("Copie pentru Ana Ionescu", "ana.ionescu@soare-demo.example")
        .doesNotContain("Fără Adresă", "checked>\n<span class=\"form-check-label\">Copie");
    assertThat(offer.ana().get(offer.offer() + "/mail?language=en").body())
        .contains("for Șablon SRL\"", "Hello");
  }

  @Test
  void a_manager_words_the_templates_and_an_agent_reads_them() {
    OfferToSend offer = OfferToSend.drafted(RunningApp.address(), "Șabloane SRL");
    String at = "/offers/mail-templates";
    assertThat(offer.ana().get("/offers").body()).contains(at);
    assertThat(offer.ana().get(at).body())
        .contains("Oferta {number} pentru {client}", "numărul ofertei")
        .doesNotContain("<textarea");
    Map<String, String> form = new LinkedHashMap<>();
    form.put("seen", OfferToSend.seen(manager.get(at).body()));
    form.put("romanian.subject", "Oferta {numar}");
    form.put("romanian.text", "Stimate client,\n\n{total}\n\n{sender}");
    form.put("english.subject", "Offer {number} for {client}");
    form.put("english.text", "Hello");
    HttpResponse<String> wrong = manager.post(at, form);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Nu se știe ce este „numar”", "Stimate client");
    assertThat(offer.ana().post(at, form).statusCode()).isNotEqualTo(303);

    form.put("romanian.subject", "Oferta {number} pentru {client}");
    assertThat(OfferToSend.location(manager.post(at, form))).isEqualTo(at);
    assertThat(manager.get(at).body()).contains("Stimate client", "Schimbate de Dan Munteanu");
    offer.finalise(manager);
    assertThat(offer.ana().get(offer.offer() + "/mail").body()).contains("Stimate client");
    assertThat(manager.post(at, form).statusCode()).isEqualTo(409);
    form.put("seen", OfferToSend.seen(manager.get(at).body()));
    form.put("romanian.text", "Bună ziua, {total}\n{sender}");
    assertThat(OfferToSend.location(manager.post(at, form))).isEqualTo(at);
  }

  @Test
  void a_mail_to_nobody_or_with_a_header_in_its_subject_is_not_sent() {
    OfferToSend offer = OfferToSend.finalised(RunningApp.address(), "Nimeni SRL");
    Map<String, String> form = offer.form("ro");
    form.put("to", "");
    form.put("subject", "Ofertă\r\nBcc: x@exemplu.ro");
    HttpResponse<String> answer = offer.ana().post(offer.offer() + "/mail", form);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("subject-fault", "un singur rând", "to-fault");
    assertThat(offer.ana().get(offer.offer()).body()).doesNotContain("E-mailuri");
  }

  @Test
  void from_the_lead_the_only_offer_that_can_be_sent_is_offered_at_once() {
    OfferToSend offer = OfferToSend.drafted(RunningApp.address(), "De la lead SRL");
    assertThat(offer.ana().get(offer.lead() + "/offers").body())
        .contains(offer.lead() + "/mail", "Trimite e-mail");
    assertThat(offer.ana().get(offer.lead() + "/mail").body())
        .contains("nicio ofertă finalizată și valabilă");
    assertThat(offer.ana().get(offer.offer()).body()).doesNotContain(offer.offer() + "/mail");

    offer.finalise(manager);
    assertThat(offer.ana().get(offer.lead() + "/mail").body())
        .contains("action=\"" + offer.offer() + "/mail\"", "Ștefan Țară");
    assertThat(mihai.get(offer.lead() + "/mail").statusCode()).isEqualTo(403);
    assertThat(mihai.get(offer.offer() + "/mail").statusCode()).isEqualTo(403);
  }

  @Test
  void an_agent_sees_in_the_mailbox_only_what_they_get_the_answers_to() throws Exception {
    OfferToSend offer = OfferToSend.finalised(RunningApp.address(), "A Anei SRL");
    String subject = offer.form("ro").get("subject");
    offer.send();
    offer.pageThatSays("La client");
    String letter = letter(offer.ana(), subject);
    assertThat(manager.get(letter).body()).contains(subject);
    assertThat(mihai.get("/mailbox").body()).doesNotContain(subject);
    for (String page : new String[] {letter, letter + "/file", letter + "/source"}) {
      assertThat(mihai.get(page).statusCode()).as(page).isEqualTo(404);
    }
    assertThat(manager.get("/mailbox/999999999").statusCode()).isEqualTo(404);
    assertThat(manager.get("/mailbox/one").statusCode()).isEqualTo(404);
  }

  private static String letter(Visitor visitor, String subject) {
    return OfferToSend.first(
        Pattern.compile(LETTER.pattern() + "\">" + Pattern.quote(subject)),
        visitor.get("/mailbox").body());
  }
}
