package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.ContactPerson;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.LeadChanged.ContactPersonChanged;
import ro.parcurs.crm.timeline.LeadDifferences;
import ro.parcurs.crm.timeline.PersonField;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Corrects what is known of a contact person. */
public final class EditContactPerson {

  /**
   * @param seen the version of the lead that the author of the change has seen
   */
  public record Command(
      @NotNull LeadId lead,
      @NotNull Version seen,
      @NotNull ContactPersonId id,
      @NotNull @Valid PersonData person) {}

  private final Work work;
  private final Journal journal;
  private final Leads leads;
  private final LeadGate gate;

  @Inject
  public EditContactPerson(Work work, Journal journal, Leads leads, LeadGate gate) {
    this.work = work;
    this.journal = journal;
    this.leads = leads;
    this.gate = gate;
  }

  /**
   * @throws InvalidInput with every fault
   * @throws NotFound when there is no such lead or person
   * @throws NotPermitted when the actor may not change the lead
   * @throws ConcurrentChange when the lead was changed since it was seen
   */
  public LeadRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          Lead before =
              gate.open(caller.actor(), Permission.CHANGE_LEAD, command.lead(), command.seen());
          Stamp by = journal.stamp(caller.actor());
          ContactPerson person = command.person().person(command.id());
          Lead after = before.edit(person, command.person().primary(), by);
          List<PersonField> fields = changes(before, after, command.id());
          if (fields.isEmpty()) {
            return LeadRef.unchanged(before);
          }
          leads.save(after);
          journal.write(by, after.id(), new ContactPersonChanged(command.id(), fields));
          return LeadRef.saved(after);
        });
  }

  static List<PersonField> changes(Lead before, Lead after, ContactPersonId id) {
    List<PersonField> fields =
        new ArrayList<>(
            LeadDifferences.between(
                before.contactPersons().get(id), after.contactPersons().get(id)));
    if (!before.contactPersons().primary().equals(after.contactPersons().primary())) {
      fields.add(PersonField.PRIMARY);
    }
    return fields;
  }
}
