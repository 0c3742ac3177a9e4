package ro.parcurs.crm.lead.usecase;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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
   * Adds many at once. Leads whose fiscal code another lead has are left out, without failing;
   * where somebody else is adding such a lead, waits for the end of their unit of work. Any number
   * of units of work may do this at once, with the same fiscal codes in any order.
   *
   * @param many one for each fiscal code
   * @return who has the fiscal codes that others have: the leads given for these were not added
   * @throws AlreadyExists when one has the identity of another lead
   * @throws IllegalArgumentException when two of them have the same fiscal code
   */
  Map<Cui, LeadId> addAll(List<Lead> many);

  /** Which of the fiscal codes have a lead. */
  Map<Cui, LeadId> find(Collection<Cui> cuis);

  /**
   * Reads many in order to change them: until the end of the unit of work nobody else changes them.
   *
   * @return those that there are, in no particular order
   */
  List<Lead> lock(Collection<LeadId> ids);

  /**
   * Keeps many changed leads at once, provided that nobody has changed them since they were read.
   *
   * @throws ConcurrentChange when somebody has changed one of them
   * @throws NotFound when one of them is not there
   */
  void saveAll(List<Lead> many);

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

  /** The same of many; those that are not there are left out. */
  Map<LeadId, LeadAccess> accessOf(Collection<LeadId> ids);
}
