package ro.parcurs.crm.pursuit.usecase;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.pursuit.Participants;
import ro.parcurs.crm.validation.PlainText;

/**
 * Who takes part in a meeting, as it is filled in.
 *
 * @param persons people at the lead's company
 * @param others anybody else
 */
public record ParticipantsData(
    @NotNull @Size(max = Participants.MAX) List<@NotNull ContactPersonId> persons,
    @NotNull @Size(max = Participants.MAX)
        List<@NotNull @PlainText(max = Participants.MAX_NAME) String> others) {

  /** Nobody named. */
  public static final ParticipantsData NOBODY = new ParticipantsData(List.of(), List.of());

  /**
   * The participants, once the faults are told.
   *
   * @throws NotFound when one of the persons is not at the lead's company
   */
  Participants of(Lead lead) {
    persons.forEach(person -> lead.contactPersons().get(person));
    return new Participants(persons, others);
  }
}
