package ro.parcurs.crm.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.usecase.RegistryRefresh;
import ro.parcurs.crm.lead.usecase.RegistryRefreshId;
import ro.parcurs.crm.lead.usecase.RegistryRefreshes;

/** Refreshes in memory. */
public final class InMemoryRegistryRefreshes implements RegistryRefreshes {

  private final InMemoryAggregates<RegistryRefreshId, RegistryRefresh> refreshes;
  private final InMemoryLeads leads;

  public InMemoryRegistryRefreshes(InMemoryDatabase database, InMemoryLeads leads) {
    this.refreshes =
        new InMemoryAggregates<>(
            Subject.REGISTRY_REFRESH,
            database.table(),
            RegistryRefresh::id,
            RegistryRefresh::version,
            RegistryRefresh::started,
            InMemoryRegistryRefreshes::atVersion);
    this.leads = leads;
  }

  @Override
  public void add(RegistryRefresh refresh) {
    refreshes.all().stream()
        .filter(RegistryRefresh::isRunning)
        .findFirst()
        .ifPresent(
            running -> {
              throw new AlreadyExists(Subject.REGISTRY_REFRESH, running.id(), running.id());
            });
    refreshes.add(refresh);
  }

  @Override
  public Optional<RegistryRefresh> findNewest() {
    return refreshes.all().stream()
        .max(
            Comparator.comparing((RegistryRefresh refresh) -> refresh.started().at())
                .thenComparing(refresh -> refresh.id().toString()));
  }

  @Override
  public void save(RegistryRefresh refresh) {
    refreshes.save(refresh);
  }

  @Override
  public long countActiveLeads() {
    return active().count();
  }

  @Override
  public List<Target> activeLeads(Optional<LeadId> after, int limit) {
    return active()
        .filter(lead -> after.filter(last -> !isBehind(lead, last)).isEmpty())
        .sorted(Comparator.comparing(lead -> lead.id().toString()))
        .limit(limit)
        .map(lead -> new Target(lead.id(), lead.cui()))
        .toList();
  }

  /** In the order of the written identities, as a database sorts them. */
  private static boolean isBehind(Lead lead, LeadId last) {
    return lead.id().toString().compareTo(last.toString()) > 0;
  }

  private Stream<Lead> active() {
    return leads.all().stream().filter(lead -> lead.state() == LeadState.ACTIVE);
  }

  private static RegistryRefresh atVersion(RegistryRefresh refresh, Version version) {
    return new RegistryRefresh(
        refresh.id(),
        refresh.started(),
        refresh.state(),
        refresh.total(),
        refresh.done(),
        refresh.changed(),
        refresh.failed(),
        refresh.cursor(),
        refresh.busyUntil(),
        version);
  }
}
