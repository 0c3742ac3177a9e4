package ro.parcurs.crm.pursuit;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.text.Text;

/**
 * One dated contact with the company, whether or not anybody answered.
 *
 * @param at when it was, to the microsecond
 * @param person whom at the company, where it was a known person
 * @param note at most {@value #MAX_NOTE} characters
 * @param recorded who wrote it down, and when
 */
public record ContactAttempt(
    ContactMeans means,
    Instant at,
    Optional<ContactPersonId> person,
    Optional<String> note,
    Stamp recorded) {

  public static final int MAX_NOTE = 1000;

  public ContactAttempt {
    Objects.requireNonNull(means, "means");
    at = Moments.of("at", at);
    Objects.requireNonNull(person, "person");
    note = note.flatMap(text -> Text.optional("note", text, MAX_NOTE));
    Objects.requireNonNull(recorded, "recorded");
  }

  /** The same without the person, and without the note where it was a contact with that person. */
  ContactAttempt without(ContactPersonId forgotten) {
    return person.filter(forgotten::equals).isPresent()
        ? new ContactAttempt(means, at, Optional.empty(), Optional.empty(), recorded)
        : this;
  }
}
