package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The shell of the pages in a real browser. */
class ShellInBrowserTest {

  @Test
  void one_signs_in_changes_the_language_and_signs_out_without_a_complaint_of_the_browser() {
    try (Browser browser = Browser.at(RunningApp.address())) {
      browser.signIn("Ana Ionescu").sees("De făcut");
      browser.pressButton("English").sees("To do").sees("Ana Ionescu");
      browser.pressButton("Română").sees("De făcut");
      browser.pressButton("Ieșire").sees("Autentificare");

      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void everything_works_without_scripts() {
    try (Browser browser = Browser.withoutScripts(RunningApp.address())) {
      browser.signIn("Dan Munteanu").sees("De făcut");
      browser.pressButton("Ieșire").sees("Autentificare");
    }
  }
}
