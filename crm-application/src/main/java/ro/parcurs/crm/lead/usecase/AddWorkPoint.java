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
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.TooMany;
import ro.parcurs.crm.lead.WorkPoint;
import ro.parcurs.crm.lead.WorkPointId;
import ro.parcurs.crm.timeline.LeadChanged.WorkPointAdded;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Adds a site of the lead's company. */
public final class AddWorkPoint {

  public record Command(@NotNull LeadId lead, @NotNull @Valid SiteData workPoint) {}

  public record Result(WorkPointId workPoint, Version lead) {}

  private final Work work;
  private final Journal journal;
  private final Leads leads;
  private final LeadGate gate;
  private final Ids ids;

  @Inject
  public AddWorkPoint(Work work, Journal journal, Leads leads, LeadGate gate, Ids ids) {
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
   * @throws TooMany when the lead has as many sites as it may have
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          Lead lead = gate.open(caller.actor(), Permission.CHANGE_LEAD, command.lead());
          Stamp by = journal.stamp(caller.actor());
          WorkPoint site = command.workPoint().site(new WorkPointId(ids.next()));
          Lead changed = lead.add(site, by);
          leads.save(changed);
          journal.write(
              by,
              lead.id(),
              new WorkPointAdded(site.id(), site.name(), site.address().inOneLine()));
          return new Result(site.id(), changed.version().next());
        });
  }
}
