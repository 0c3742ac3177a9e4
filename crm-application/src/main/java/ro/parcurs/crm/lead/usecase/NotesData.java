package ro.parcurs.crm.lead.usecase;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.lead.LeadDetails;
import ro.parcurs.crm.lead.LeadSource;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.Tag;
import ro.parcurs.crm.validation.Given;
import ro.parcurs.crm.validation.PlainText;

/** What is noted of a lead, as it is filled in. */
public record NotesData(
    @PlainText(max = LeadSource.MAX_LENGTH) @Nullable String source,
    @PlainText(max = LeadDetails.MAX_NOTES) @Nullable String notes,
    @NotNull Priority priority,
    @NotNull @Size(max = LeadDetails.MAX_TAGS)
        List<@NotNull @PlainText(max = Tag.MAX_LENGTH, required = true) String> tags) {

  /** Nothing noted. */
  public static final NotesData NONE = new NotesData(null, null, Priority.NORMAL, List.of());

  /** What is noted, once the faults are told. */
  LeadDetails details() {
    return new LeadDetails(
        Given.value(source, LeadSource::new),
        Given.text(notes),
        priority,
        tags.stream().map(Tag::new).toList());
  }
}
