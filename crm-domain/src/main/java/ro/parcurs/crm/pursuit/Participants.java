package ro.parcurs.crm.pursuit;

import java.util.List;
import java.util.Map;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.text.Text;

/**
 * Who takes part in a meeting. People at the lead's company are told by their identity, so that a
 * person can be erased without touching the meeting.
 *
 * @param persons people at the lead's company; at most {@value #MAX}
 * @param others anybody else, as text; at most {@value #MAX} of at most {@value #MAX_NAME}
 *     characters each
 */
public record Participants(List<ContactPersonId> persons, List<String> others) {

  public static final int MAX = 50;
  public static final int MAX_NAME = 200;

  /** Nobody was named. */
  public static final Participants NOBODY = new Participants(List.of(), List.of());

  public Participants {
    persons = persons.stream().distinct().toList();
    others =
        others.stream()
            .flatMap(name -> Text.optional("others", name, MAX_NAME).stream())
            .distinct()
            .toList();
    if (persons.size() > MAX) {
      throw InvalidInput.of("persons", "too-many", Map.of("max", MAX));
    }
    if (others.size() > MAX) {
      throw InvalidInput.of("others", "too-many", Map.of("max", MAX));
    }
  }

  /** The same without one person at the lead's company. */
  Participants without(ContactPersonId person) {
    return new Participants(
        persons.stream().filter(other -> !other.equals(person)).toList(), others);
  }
}
