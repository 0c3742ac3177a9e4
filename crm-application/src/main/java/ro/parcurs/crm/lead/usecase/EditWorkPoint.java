package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.WorkPoint;
import ro.parcurs.crm.lead.WorkPointId;
import ro.parcurs.crm.timeline.LeadChanged.WorkPointChanged;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Corrects a site of the lead's company. */
public final class EditWorkPoint {

  /**
   * @param seen the version of the lead that the author of the change has seen
   */
  public record Command(
      @NotNull LeadId lead,
      @NotNull Version seen,
      @NotNull WorkPointId id,
      @NotNull @Valid SiteData workPoint) {}

  private final Work work;
  private final Journal journal;
  private final Leads leads;
  private final LeadGate gate;

  @Inject
  public EditWorkPoint(Work work, Journal journal, Leads leads, LeadGate gate) {
    this.work = work;
    this.journal = journal;
    this.leads = leads;
    this.gate = gate;
  }

  /**
   * @throws InvalidInput with every fault
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
          WorkPoint before = lead.workPoint(command.id());
          WorkPoint after = command.workPoint().site(command.id());
          if (before.equals(after)) {
            return LeadRef.unchanged(lead);
          }
          Stamp by = journal.stamp(caller.actor());
          Lead changed = lead.edit(after, by);
          leads.save(changed);
          journal.write(
              by,
              lead.id(),
              new WorkPointChanged(after.id(), after.name(), told(before), told(after)));
          return LeadRef.saved(changed);
        });
  }

  static String told(WorkPoint site) {
    return site.name() + ": " + site.address().inOneLine();
  }
}
