package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Configuration;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Security;
import ro.parcurs.example.MoodyMailServer.Mood;
import ro.parcurs.example.demo.DemoSeller;

/** The program with a mail server that doesn't always answer, over HTTP. */
class MailServerTest {

  private static final MoodyMailServer SERVER = new MoodyMailServer();

  @TempDir private static Path directory;

  private static ExampleApp app;

  @BeforeAll
  static void start() {
    Configuration server =
        Configuration.of("127.0.0.1", DemoSeller.mailbox())
            .at(SERVER.port(), Security.NONE)
            .waiting(Duration.ofSeconds(5), Duration.ofSeconds(5));
    app =
        ExampleApp.start(
            Settings.defaults()
                .withPort(0)
                .withDataDirectory(directory)
                .withoutDemoData()
                .withMail(new OutgoingMail.OverSmtp(server)));
  }

  @AfterAll
  static void stop() {
    app.close();
    SERVER.close();
  }

  @Test
  void what_was_perhaps_sent_and_has_arrived_makes_the_offer_sent() throws Exception {
    OfferToSend offer = perhapsSent("A ajuns SRL");
    assertThat(offer.ana().get(offer.offer()).body())
        .contains("Finalizată", "răspunsul lui s-a pierdut", "Hotărăște")
        .doesNotContain("every 2s");
    assertThat(offer.decide("").statusCode()).isEqualTo(422);
    Visitor mihai = new Visitor(address()).as("mihai.radu");
    assertThat(mihai.get(offer.decision()).statusCode()).isEqualTo(403);

    OfferToSend.location(offer.decide("ARRIVED"));
    assertThat(offer.ana().get(offer.offer()).body())
        .contains("La client", "Trimis", "S-a notat că e-mailul a ajuns.")
        .doesNotContain("Hotărăște");
  }

  @Test
  void what_was_perhaps_sent_goes_once_more_when_a_person_says_so() throws Exception {
    int before = SERVER.got();
    OfferToSend offer = perhapsSent("Încă o dată SRL");
    OfferToSend.location(offer.decide("SEND_AGAIN"));
    offer.pageThatSays("La client");
    assertThat(SERVER.got()).isEqualTo(before + 2);
  }

  @Test
  void what_was_perhaps_sent_is_left_alone_when_a_person_says_so() throws Exception {
    OfferToSend offer = perhapsSent("Lăsată SRL");
    OfferToSend.location(offer.decide("DROP"));
    assertThat(offer.ana().get(offer.offer()).body())
        .contains("Netrimis", "Finalizată")
        .doesNotContain("La client", "Hotărăște");
  }

  @Test
  void in_a_browser_the_page_follows_the_mail_by_itself_and_the_decision_is_a_dialog() {
    OfferToSend offer = OfferToSend.finalised(address(), "Urmărită SRL");
    SERVER.nextly(Mood.HANGS_UP);
    try (Browser browser = Browser.at(address())) {
      browser.signIn("Ana Ionescu").go(offer.offer()).clickLink("Trimite pe e-mail");
      browser.pressButton("Trimite").sees("Poate trimis");
      browser.clickLink("Hotărăște").sees("Ce știți despre el?");
      assertThat(browser.path()).isEqualTo(offer.offer());
    }
  }

  @Test
  void a_server_that_is_busy_is_tried_later_unless_a_person_drops_the_mail() throws Exception {
    SERVER.nextly(Mood.BUSY);
    OfferToSend offer = OfferToSend.finalised(address(), "Amânată SRL");
    offer.send();
    assertThat(offer.pageThatSays("Se încearcă din nou la"))
        .contains("În așteptare", "Serverul a spus: ", "come later")
        .doesNotContain("every 2s");
    String at = offer.decision();
    OfferToSend.location(
        offer
            .ana()
            .post(
                at,
                Map.of("seen", OfferToSend.seen(offer.ana().get(at).body()), "decision", "DROP")));
    assertThat(offer.ana().get(offer.offer()).body()).contains("Netrimis", "Finalizată");
  }

  @Test
  void there_is_no_mailbox_among_the_pages() {
    Visitor manager = new Visitor(address()).as("dan.munteanu");
    assertThat(manager.get("/mailbox").statusCode()).isEqualTo(404);
    assertThat(manager.get("/").body()).doesNotContain("/mailbox");
  }

  private static OfferToSend perhapsSent(String client) throws InterruptedException {
    OfferToSend offer = OfferToSend.finalised(address(), client);
    SERVER.nextly(Mood.HANGS_UP);
    offer.send();
    offer.pageThatSays("Poate trimis");
    return offer;
  }

  private static String address() {
    return app.address().replaceAll("/$", "");
  }
}
