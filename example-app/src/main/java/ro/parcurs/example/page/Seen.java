package ro.parcurs.example.page;

import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.example.web.Form;

/** The version that the author of a change has seen. */
final class Seen {

  private Seen() {}

  /**
   * @throws InvalidInput {@code required}, when the form doesn't carry one
   */
  static Version in(Form form) {
    Version seen = form.seen();
    if (seen == null) {
      throw InvalidInput.of("seen", "required");
    }
    return seen;
  }
}
