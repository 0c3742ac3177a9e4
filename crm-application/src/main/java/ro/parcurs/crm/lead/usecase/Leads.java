package ro.parcurs.crm.lead.usecase;

import java.util.Optional;
import ro.parcurs.crm.access.LeadAccess;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;

/** The store of leads; writes happen only inside a unit of work. */
public interface Leads {

  /**
   * @throws AlreadyExists when another lead has the fiscal code; it names that lead's identity
   */
  void add(Lead lead);

  /**
   * @throws NotFound when there is no such lead
   */
  Lead get(LeadId id);

  Optional<LeadId> find(Cui cui);

  /**
   * Keeps the changed lead, provided that nobody has changed it since it was read.
   *
   * @throws ConcurrentChange when somebody has
   * @throws NotFound when there is no such lead
   */
  void save(Lead lead);

  /**
   * What decides who may open the lead.
   *
   * @throws NotFound when there is no such lead
   */
  LeadAccess accessOf(LeadId id);
}
