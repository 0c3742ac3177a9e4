package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
