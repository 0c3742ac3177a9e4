package ro.parcurs.crm.lead;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * What the sales people note about a lead, beside what its company is.
 *
 * @param notes at most {@value #MAX_NOTES} characters
 * @param tags each once, in alphabetical order; at most {@value #MAX_TAGS}
 */
public record LeadDetails(
    Optional<LeadSource> source, Optional<String> notes, Priority priority, List<Tag> tags) {

  public static final int MAX_NOTES = 4000;
  public static final int MAX_TAGS = 20;

  /** Nothing noted yet. */
  public static final LeadDetails NONE =
      new LeadDetails(Optional.empty(), Optional.empty(), Priority.NORMAL, List.of());

  public LeadDetails {
    Objects.requireNonNull(source, "source");
    notes = notes.flatMap(text -> Text.optional("notes", text, MAX_NOTES));
    Objects.requireNonNull(priority, "priority");
    tags = Set.copyOf(tags).stream().sorted().toList();
    if (tags.size() > MAX_TAGS) {
      throw InvalidInput.of("tags", "too-many", Map.of("max", MAX_TAGS));
    }
  }

  /** The same with another priority. */
  public LeadDetails withPriority(Priority other) {
    return new LeadDetails(source, notes, other, tags);
  }
}
