package ro.parcurs.crm.pursuit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    at = at.truncatedTo(ChronoUnit.MICROS);
    Objects.requireNonNull(person, "person");
    note = note.flatMap(text -> Text.optional("note", text, MAX_NOTE));
    Objects.requireNonNull(recorded, "recorded");
  }
}
