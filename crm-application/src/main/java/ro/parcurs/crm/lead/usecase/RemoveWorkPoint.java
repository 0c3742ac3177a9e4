package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.WorkPoint;
import ro.parcurs.crm.lead.WorkPointId;
import ro.parcurs.crm.timeline.LeadChanged.WorkPointRemoved;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Takes a site off the lead's list. */
public final class RemoveWorkPoint {

  /**
   * @param seen the version of the lead that the author of the change has seen
   */
  public record Command(@NotNull LeadId lead, @NotNull Version seen, @NotNull WorkPointId id) {}

  private final Work work;
  private final Journal journal;
  private final Leads leads;
  private final LeadGate gate;

  @Inject
  public RemoveWorkPoint(Work work, Journal journal, Leads leads, LeadGate gate) {
    this.work = work;
    this.journal = journal;
    this.leads = leads;
    this.gate = gate;
  }

  /**
   * @throws NotFound when there is no such lead or site
   * @throws NotPermitted when the actor may not change the lead
   * @throws ConcurrentChange when the lead was changed since it was seen
   */
  public LeadRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          Lead lead =
              gate.open(caller.actor(), Permission.CHANGE_LEAD, command.lead(), command.seen());
          WorkPoint site = lead.workPoint(command.id());
          Stamp by = journal.stamp(caller.actor());
          Lead changed = lead.remove(command.id(), by);
          leads.save(changed);
          journal.write(
              by,
              lead.id(),
              new WorkPointRemoved(site.id(), site.name(), site.address().inOneLine()));
          return LeadRef.saved(changed);
        });
  }
}
