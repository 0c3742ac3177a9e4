package ro.parcurs.crm.testkit;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
  public Map<Cui, LeadId> addAll(List<Lead> many) {
    Map<Cui, LeadId> taken = find(many.stream().map(Lead::cui).toList());
    Set<Cui> seen = new HashSet<>();
    for (Lead lead : many) {
      if (!seen.add(lead.cui())) {
        throw new IllegalArgumentException("two leads for the fiscal code " + lead.cui());
      }
      if (!taken.containsKey(lead.cui())) {
        leads.add(lead);
      }
    }
    return taken;
  }

  @Override
  public Map<Cui, LeadId> find(Collection<Cui> cuis) {
    Set<Cui> wanted = Set.copyOf(cuis);
    Map<Cui, LeadId> found = new HashMap<>();
    for (Lead lead : all()) {
      if (wanted.contains(lead.cui())) {
        found.put(lead.cui(), lead.id());
      }
    }
    return Map.copyOf(found);
  }

  @Override
  public List<Lead> lock(Collection<LeadId> ids) {
    return Set.copyOf(ids).stream().flatMap(id -> leads.find(id).stream()).toList();
  }

  @Override
  public void save(Lead lead) {
    leads.save(lead);
  }

  @Override
  public void saveAll(List<Lead> many) {
    many.forEach(leads::save);
  }

  @Override
  public LeadAccess accessOf(LeadId id) {
    return access(get(id));
  }

  @Override
  public Map<LeadId, LeadAccess> accessOf(Collection<LeadId> ids) {
    return lock(ids).stream().collect(Collectors.toMap(Lead::id, this::access));
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
