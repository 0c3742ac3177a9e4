package ro.parcurs.example.page;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Request;

/** What forms of mails have in common: the language that was chosen, and whom it goes to. */
final class MailForm {

  private MailForm() {}

  /** A form that says no language begins in the one of its address. */
  static void chooseLanguage(Request request) {
    String chosen = request.query("language");
    request.form().setDefault("language", chosen.isEmpty() ? "ro" : chosen);
  }

  /** Romanian for all but English, as the use cases have it. */
  static Locale language(Form form) {
    return Locale.forLanguageTag(form.text("language").equals("en") ? "en" : "ro");
  }

  static List<ContactPersonId> to(Form form) {
    return form.texts("to").stream().map(MailForm::person).toList();
  }

  private static ContactPersonId person(String text) {
    try {
      return new ContactPersonId(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      throw InvalidInput.of("to", "not-a-choice");
    }
  }
}
