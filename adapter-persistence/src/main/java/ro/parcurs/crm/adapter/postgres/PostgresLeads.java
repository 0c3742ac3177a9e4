package ro.parcurs.crm.adapter.postgres;

import java.util.Optional;
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

  private final LeadMapper mapper;
  private final LeadRows rows = new GeneratedLeadRows();

  PostgresLeads(LeadMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void add(Lead lead) {
    int inserted =
        mapper.insert(rows.row(lead.snapshot()), LeadSearch.textOf(lead), LeadSearch.nameKey(lead));
    if (inserted == 0) {
      throw new AlreadyExists(Subject.LEAD, lead.cui(), find(lead.cui()).orElse(lead.id()));
    }
    insertParts(lead);
  }

  @Override
  public Lead get(LeadId id) {
    LeadRow row = mapper.find(id);
    if (row == null) {
      throw new NotFound(Subject.LEAD, id);
    }
    return Lead.rebuild(
        rows.lead(
            row,
            rows.persons(mapper.people(id)),
            mapper.sites(id).stream().map(rows::site).toList()));
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

  private void insertParts(Lead lead) {
    rows.people(lead).forEach(mapper::insertPerson);
    rows.sites(lead).forEach(mapper::insertSite);
  }
}
