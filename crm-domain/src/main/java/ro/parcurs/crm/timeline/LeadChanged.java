package ro.parcurs.crm.timeline;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.WorkPointId;

/**
 * What happened to the lead itself: its data, people, sites, owner. What happened to contact
 * persons is told by their identity and the names of fields only, so that a person can be erased
 * while the timeline stays as it is.
 */
public sealed interface LeadChanged extends LeadEvent {

  /** The lead was added. */
  record LeadAdded(Cui cui, String name) implements LeadChanged {}

  /** A field of the lead was changed. */
  record LeadFieldChanged(LeadField field, Optional<String> from, Optional<String> to)
      implements LeadChanged {}

  record LeadPriorityChanged(Priority from, Priority to) implements LeadChanged {}

  /** What the tax authority's registry says of the company was changed. */
  record RegistryStatusChanged(Optional<RegistryState> from, Optional<RegistryState> to)
      implements LeadChanged {}

  /** Whether the company pays VAT was changed. */
  record VatStatusChanged(Optional<VatState> from, Optional<VatState> to) implements LeadChanged {}

  /**
   * Somebody else is in charge, or nobody.
   *
   * @param fromName the name of the former owner at that time
   * @param toName the name of the new owner at that time
   */
  record OwnerChanged(
      Optional<UserId> from,
      Optional<String> fromName,
      Optional<UserId> to,
      Optional<String> toName)
      implements LeadChanged {}

  record ContactPersonAdded(ContactPersonId person) implements LeadChanged {}

  record ContactPersonChanged(ContactPersonId person, List<PersonField> fields)
      implements LeadChanged {
    public ContactPersonChanged {
      fields = List.copyOf(fields);
    }
  }

  record ContactPersonRemoved(ContactPersonId person) implements LeadChanged {}

  /** A contact person's data was handed out. */
  record PersonalDataExported(ContactPersonId person) implements LeadChanged {}

  /** A contact person's data was erased everywhere. */
  record PersonalDataErased(ContactPersonId person) implements LeadChanged {}

  record WorkPointAdded(WorkPointId workPoint, String name, String address)
      implements LeadChanged {}

  record WorkPointChanged(WorkPointId workPoint, String name, String from, String to)
      implements LeadChanged {}

  record WorkPointRemoved(WorkPointId workPoint, String name, String address)
      implements LeadChanged {}
}
