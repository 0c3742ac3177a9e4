package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.RegistryRefresh;
import ro.parcurs.crm.lead.usecase.RegistryRefreshId;
import ro.parcurs.crm.lead.usecase.RegistryRefreshes;

/** Refreshes in the table {@code registry_refresh}. */
final class PostgresRegistryRefreshes implements RegistryRefreshes {

  private final RegistryMapper mapper;
  private final RegistryRefreshRows rows = new GeneratedRegistryRefreshRows();

  PostgresRegistryRefreshes(RegistryMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void add(RegistryRefresh refresh) {
    RegistryRefreshRow row = rows.row(refresh);
    if (mapper.insertRefresh(atVersion(row, refresh.version().next())) == 0) {
      RegistryRefreshId running = mapper.runningRefresh();
      RegistryRefreshId existing = running == null ? refresh.id() : running;
      throw new AlreadyExists(Subject.REGISTRY_REFRESH, existing, existing);
    }
  }

  @Override
  public Optional<RegistryRefresh> findNewest() {
    return Optional.ofNullable(mapper.newestRefresh()).map(rows::refresh);
  }

  @Override
  public void save(RegistryRefresh refresh) {
    Guarded.requireOneRow(
        mapper.updateRefresh(rows.row(refresh)),
        Subject.REGISTRY_REFRESH,
        refresh.id(),
        () -> mapper.findRefreshStamp(refresh.id()));
  }

  @Override
  public long countActiveLeads() {
    return mapper.countActiveLeads();
  }

  @Override
  public List<Target> activeLeads(Optional<LeadId> after, int limit) {
    return mapper.activeLeads(after.orElse(null), limit).stream()
        .map(row -> new Target(row.id(), row.cui()))
        .toList();
  }

  private static RegistryRefreshRow atVersion(RegistryRefreshRow row, Version version) {
    return new RegistryRefreshRow(
        row.id(),
        version,
        row.state(),
        row.total(),
        row.done(),
        row.changed(),
        row.failed(),
        row.cursorLead(),
        row.busyUntil(),
        row.startedBy(),
        row.startedByName(),
        row.startedAt());
  }
}
