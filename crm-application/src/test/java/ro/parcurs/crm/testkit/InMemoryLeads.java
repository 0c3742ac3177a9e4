package ro.parcurs.crm.testkit;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.access.LeadAccess;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.lead.usecase.OpenTask;

/** Leads in memory. */
public final class InMemoryLeads implements Leads {

  private final InMemoryAggregates<LeadId, Lead> leads;
  private final OpenTasks tasks;

  public InMemoryLeads(InMemoryDatabase database, OpenTasks tasks) {
    this.leads =
        new InMemoryAggregates<>(
            Subject.LEAD,
            database.table(),
            Lead::id,
            Lead::version,
            Lead::changed,
            InMemoryLeads::atVersion);
    this.tasks = tasks;
  }

  @Override
  public void add(Lead lead) {
    find(lead.cui())
        .ifPresent(
            existing -> {
              throw new AlreadyExists(Subject.LEAD, lead.cui(), existing);
            });
    leads.add(lead);
  }

  @Override
  public Lead get(LeadId id) {
    return leads.get(id);
  }

  @Override
  public Optional<LeadId> find(Cui cui) {
    return all().stream().filter(lead -> lead.cui().equals(cui)).map(Lead::id).findFirst();
  }

  @Override
  public void save(Lead lead) {
    leads.save(lead);
  }

  @Override
  public LeadAccess accessOf(LeadId id) {
    return access(get(id));
  }

  LeadAccess access(Lead lead) {
    return new LeadAccess(
        lead.id(),
        lead.owner(),
        tasks.of(lead.id()).map(OpenTask::assignee),
        lead.state() == LeadState.INACTIVE);
  }

  Optional<OpenTask> task(Lead lead) {
    return tasks.of(lead.id());
  }

  List<Lead> all() {
    return leads.all();
  }

  private static Lead atVersion(Lead lead, Version version) {
    Lead.Snapshot state = lead.snapshot();
    return Lead.rebuild(
        new Lead.Snapshot(
            state.id(),
            state.company(),
            state.details(),
            state.owner(),
            state.state(),
            state.contactPersons(),
            state.workPoints(),
            state.added(),
            state.changed(),
            version));
  }
}
