package ro.parcurs.crm.adapter.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.LeadAccess;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadSearch;
import ro.parcurs.crm.lead.usecase.Leads;

/** Leads in the tables {@code lead}, {@code contact_person} and {@code work_point}. */
final class PostgresLeads implements Leads {

  private static final TableColumns<LeadStagingRow> STAGING =
      new TableColumns<>("crm_lead_staging", LeadStagingRow.class, Set.of());
  private static final TableColumns<ContactPersonRow> PEOPLE =
      new TableColumns<>("contact_person", ContactPersonRow.class, Set.of());
  private static final TableColumns<WorkPointRow> SITES =
      new TableColumns<>("work_point", WorkPointRow.class, Set.of());

  private final LeadMapper mapper;
  private final BulkInsert bulk;
  private final Records records;
  private final LeadRows rows = new GeneratedLeadRows();

  PostgresLeads(LeadMapper mapper, BulkInsert bulk, Records records) {
    this.mapper = mapper;
    this.bulk = bulk;
    this.records = records;
  }

  @Override
  public void add(Lead lead) {
    int inserted =
        mapper.insert(rows.row(lead.snapshot()), LeadSearch.textOf(lead), LeadSearch.nameKey(lead));
    if (inserted == 0) {
      throw new AlreadyExists(Subject.LEAD, lead.cui(), find(lead.cui()).orElse(lead.id()));
    }
    insertParts(lead);
    records.added(List.of(lead.id()));
  }

  @Override
  public Lead get(LeadId id) {
    LeadRow row = mapper.find(id);
    if (row == null) {
      throw new NotFound(Subject.LEAD, id);
    }
    return lead(row, mapper.people(id), mapper.sites(id));
  }

  @Override
  public Optional<LeadId> find(Cui cui) {
    return Optional.ofNullable(mapper.findByCui(cui));
  }

  @Override
  public void save(Lead lead) {
    int updated =
        mapper.update(rows.row(lead.snapshot()), LeadSearch.textOf(lead), LeadSearch.nameKey(lead));
    Guarded.requireOneRow(updated, Subject.LEAD, lead.id(), () -> mapper.findStamp(lead.id()));
    mapper.deletePeople(lead.id());
    mapper.deleteSites(lead.id());
    insertParts(lead);
  }

  @Override
  public LeadAccess accessOf(LeadId id) {
    LeadAccessRow row = mapper.findAccess(id);
    if (row == null) {
      throw new NotFound(Subject.LEAD, id);
    }
    return rows.access(row);
  }

  // ---- many at once ----

  @Override
  public Map<Cui, LeadId> addAll(List<Lead> many) {
    requireEachOnce(many);
    if (many.isEmpty()) {
      return Map.of();
    }
    stage(many);
    Set<Cui> added = Set.copyOf(mapper.insertStaged());
    mapper.clearStaging();
    List<Cui> left = many.stream().map(Lead::cui).filter(cui -> !added.contains(cui)).toList();
    Map<Cui, LeadId> taken = left.isEmpty() ? Map.of() : find(left);
    for (Lead lead : many) {
      if (!added.contains(lead.cui()) && !taken.containsKey(lead.cui())) {
        throw new AlreadyExists(Subject.LEAD, lead.id(), lead.id());
      }
    }
    List<Lead> there = many.stream().filter(lead -> added.contains(lead.cui())).toList();
    insertPartsOf(there);
    records.added(there.stream().map(Lead::id).toList());
    return taken;
  }

  private static void requireEachOnce(List<Lead> many) {
    Set<Cui> seen = new HashSet<>();
    for (Lead lead : many) {
      if (!seen.add(lead.cui())) {
        throw new IllegalArgumentException("two leads for the fiscal code " + lead.cui());
      }
    }
  }

  @Override
  public Map<Cui, LeadId> find(Collection<Cui> cuis) {
    return byCui(mapper.findAllByCui(cuis.stream().map(Cui::digits).toList()));
  }

  @Override
  public List<Lead> lock(Collection<LeadId> ids) {
    List<String> texts = texts(ids);
    List<LeadRow> locked = mapper.lockAll(texts);
    Map<LeadId, List<ContactPersonRow>> people =
        mapper.peopleOfAll(texts).stream().collect(groupingBy(ContactPersonRow::lead));
    Map<LeadId, List<WorkPointRow>> sites =
        mapper.sitesOfAll(texts).stream().collect(groupingBy(WorkPointRow::lead));
    return locked.stream()
        .map(
            row ->
                lead(
                    row,
                    people.getOrDefault(row.id(), List.of()),
                    sites.getOrDefault(row.id(), List.of())))
        .toList();
  }

  @Override
  public void saveAll(List<Lead> many) {
    List<String> ids = texts(many.stream().map(Lead::id).toList());
    requireUnchanged(many, mapper.lockVersions(ids));
    if (many.isEmpty()) {
      return;
    }
    stage(many);
    if (mapper.updateStaged() != many.size()) {
      throw new IllegalStateException("locked leads were changed");
    }
    mapper.clearStaging();
    mapper.deletePeopleOfAll(ids);
    mapper.deleteSitesOfAll(ids);
    insertPartsOf(many);
  }

  private static void requireUnchanged(List<Lead> many, List<LeadVersionRow> stored) {
    Map<LeadId, LeadVersionRow> versions =
        stored.stream().collect(toMap(LeadVersionRow::id, row -> row));
    for (Lead lead : many) {
      LeadVersionRow row = versions.get(lead.id());
      boolean unchanged = row != null && row.version().equals(lead.version());
      Guarded.requireOneRow(unchanged ? 1 : 0, Subject.LEAD, lead.id(), () -> stamp(row));
    }
  }

  private static @Nullable StampRow stamp(@Nullable LeadVersionRow row) {
    return row == null ? null : new StampRow(row.changedBy(), row.changedByName(), row.changedAt());
  }

  @Override
  public Map<LeadId, LeadAccess> accessOf(Collection<LeadId> ids) {
    return mapper.findAllAccess(texts(ids)).stream()
        .collect(toMap(LeadAccessRow::lead, rows::access));
  }

  private void stage(List<Lead> many) {
    mapper.createStaging();
    bulk.insert(
        STAGING,
        many.stream()
            .map(
                lead ->
                    new LeadStagingRow(
                        rows.row(lead.snapshot()),
                        LeadSearch.textOf(lead),
                        LeadSearch.nameKey(lead)))
            .toList());
  }

  private void insertPartsOf(List<Lead> many) {
    bulk.insert(PEOPLE, many.stream().flatMap(lead -> rows.people(lead).stream()).toList());
    bulk.insert(SITES, many.stream().flatMap(lead -> rows.sites(lead).stream()).toList());
  }

  private static Map<Cui, LeadId> byCui(List<LeadKeyRow> keys) {
    return keys.stream().collect(toMap(LeadKeyRow::cui, LeadKeyRow::id));
  }

  private static List<String> texts(Collection<LeadId> ids) {
    return ids.stream().map(LeadId::toString).toList();
  }

  private Lead lead(LeadRow row, List<ContactPersonRow> people, List<WorkPointRow> sites) {
    return Lead.rebuild(
        rows.lead(row, rows.persons(people), sites.stream().map(rows::site).toList()));
  }

  private void insertParts(Lead lead) {
    rows.people(lead).forEach(mapper::insertPerson);
    rows.sites(lead).forEach(mapper::insertSite);
  }
}
