package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.testkit.Cuis;

/** Pressing twice does it once, in a real browser (promise P3). */
class SameFormTwiceTest {

  private static final int TRIES =
      Boolean.parseBoolean(System.getProperty("parcurs.proof", "false")) ? 50 : 5;

  /** Sends the form on the page twice at the same moment, past every lock of the page itself. */
  private static final String SEND_TWICE =
      """
      const done = arguments[arguments.length - 1];
      const form = document.querySelector('main form.form');
      const send = () => fetch(form.action, {method: 'POST', redirect: 'manual',
          body: new URLSearchParams(new FormData(form))});
      Promise.all([send(), send()]).then(() => done('sent'));
      """;

  /** Sends it again as soon as the first is through. */
  private static final String SEND_AGAIN =
      SEND_TWICE.replace("Promise.all([send(), send()])", "send().then(send)");

  /** Takes the mark off the form by which the program knows it again. */
  private static final String WITHOUT_MARK =
      "document.querySelector('main form.form input[name=_once]').remove();";

  @Test
  void a_form_sent_twice_at_once_adds_one_item() {
    try (Browser browser = Browser.at(RunningApp.address())) {
      browser.signIn("Elena Vasile");
      for (int i = 0; i < TRIES; i++) {
        String code = "TWICE-" + i;
        browser
            .go("/catalogue/add")
            .type("Cod", code)
            .type("Denumire", "Trimis de două ori " + i)
            .type("Categorie", "Probe")
            .type("U.M.", "buc")
            .type("Comision", "1")
            .type("Preț net", "10");
        browser.driver().executeAsyncScript(SEND_TWICE);
        browser.go("/catalogue?q=" + code).sees(code);

        assertThat(browser.all("main tbody tr")).as(code).hasSize(1);
      }
      System.out.println("same form twice in a browser: " + TRIES + " tries, 0 doubles");
    }
  }

  @Test
  void a_form_sent_twice_adds_one_person_where_no_key_of_the_thing_itself_would_notice() {
    try (Browser browser = Browser.at(RunningApp.address())) {
      browser.signIn("Dan Munteanu");
      for (int i = 0; i < TRIES; i++) {
        String people = aLead() + "/people";
        assertThat(persons(browser, people, "", SEND_TWICE)).as("at once").isEqualTo(1);
        assertThat(persons(browser, people, "", SEND_AGAIN)).as("again").isEqualTo(2);
      }
      System.out.println("same person twice in a browser: " + 2 * TRIES + " tries, 0 doubles");
    }
  }

  @Test
  void control_without_its_mark_the_form_adds_two() {
    try (Browser browser = Browser.at(RunningApp.address())) {
      browser.signIn("Dan Munteanu");
      assertThat(persons(browser, aLead() + "/people", WITHOUT_MARK, SEND_AGAIN)).isEqualTo(2);
      System.out.println("control | the same form twice without its mark | 1 of 1 doubled");
    }
  }

  /** Sends the form for a new person so; how many there are then. */
  private static int persons(Browser browser, String people, String before, String sending) {
    browser.go(people + "/add").type("Nume", "Ioana Mureșan").script(before);
    browser.driver().executeAsyncScript(sending);
    browser.go(people).sees("Ioana Mureșan");
    return browser.all("main tbody tr").size();
  }

  private static String aLead() {
    Visitor manager = new Visitor(RunningApp.address()).as("dan.munteanu");
    manager.get("/leads/add");
    HttpResponse<String> added =
        manager.post(
            "/leads/add",
            Map.of(
                "cui", Cuis.next().digits(),
                "name", "Trimisă SRL",
                "county", "CJ",
                "locality", "Dej",
                "priority", "NORMAL"));
    String lead = added.headers().firstValue("Location").orElseThrow();
    return lead.replaceAll("^(/leads/[0-9a-f-]+).*", "$1");
  }
}
