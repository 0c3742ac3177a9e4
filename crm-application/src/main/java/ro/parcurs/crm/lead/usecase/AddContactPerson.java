package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.TooMany;
import ro.parcurs.crm.timeline.LeadChanged.ContactPersonAdded;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Adds a person at the lead's company. */
public final class AddContactPerson {

  public record Command(@NotNull LeadId lead, @NotNull @Valid PersonData person) {}

  /** Carries no personal data: it may be kept with an idempotency key. */
  public record Result(ContactPersonId person, Version lead) {}

  private final Work work;
  private final Journal journal;
  private final Leads leads;
  private final LeadGate gate;
  private final Ids ids;

  @Inject
  public AddContactPerson(Work work, Journal journal, Leads leads, LeadGate gate, Ids ids) {
    this.work = work;
    this.journal = journal;
    this.leads = leads;
    this.gate = gate;
    this.ids = ids;
  }

  /**
   * @throws InvalidInput with every fault
   * @throws NotFound when there is no such lead
   * @throws NotPermitted when the actor may not change it
   * @throws TooMany when the lead has as many persons as it may have
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          Lead lead = gate.open(caller.actor(), Permission.CHANGE_LEAD, command.lead());
          Stamp by = journal.stamp(caller.actor());
          ContactPersonId id = new ContactPersonId(ids.next());
          Lead changed = lead.add(command.person().person(id), command.person().primary(), by);
          leads.save(changed);
          journal.write(by, lead.id(), new ContactPersonAdded(id));
          return new Result(id, changed.version().next());
        });
  }
}
