package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.LeadChanged.PersonalDataErased;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Erases everything that is kept about a contact person, wherever it is kept (GDPR, article 17).
 * The timeline tells that it happened, and of whom nothing but an identity.
 */
public final class EraseContactPerson {

  /**
   * @param seen the version of the lead that the author of the change has seen
   */
  public record Command(@NotNull LeadId lead, @NotNull Version seen, @NotNull ContactPersonId id) {}

  private final Work work;
  private final Journal journal;
  private final Leads leads;
  private final LeadGate gate;
  private final Set<PersonalDataKeeper> keepers;

  @Inject
  public EraseContactPerson(
      Work work, Journal journal, Leads leads, LeadGate gate, Set<PersonalDataKeeper> keepers) {
    this.work = work;
    this.journal = journal;
    this.leads = leads;
    this.gate = gate;
    this.keepers = keepers;
  }

  /**
   * @throws NotFound when there is no such lead or person
   * @throws NotPermitted when the actor may not erase personal data of the lead
   * @throws ConcurrentChange when the lead was changed since it was seen
   */
  public LeadRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          Lead lead =
              gate.open(
                  caller.actor(), Permission.ERASE_PERSONAL_DATA, command.lead(), command.seen());
          Stamp by = journal.stamp(caller.actor());
          Lead changed = lead.remove(command.id(), by);
          leads.save(changed);
          keepers.forEach(keeper -> keeper.erase(lead.id(), command.id()));
          journal.write(by, lead.id(), new PersonalDataErased(command.id()));
          return LeadRef.saved(changed);
        });
  }
}
