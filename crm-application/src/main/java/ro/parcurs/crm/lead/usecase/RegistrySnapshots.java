package ro.parcurs.crm.lead.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.lead.LeadId;

/**
 * The store of what the registry said of leads' companies, answer by answer; writes happen only
 * inside a unit of work. What is there is never changed.
 */
public interface RegistrySnapshots {

  /** Keeps an answer. One of the same lead and moment is there once, as it was first. */
  void add(RegistrySnapshot snapshot);

  /** The newest answer; empty when the registry was never asked. */
  Optional<RegistrySnapshot> findNewest(LeadId lead);

  /**
   * The answers, the newest first.
   *
   * @param limit how many at most, from 1
   */
  List<RegistrySnapshot> of(LeadId lead, int limit);
}
