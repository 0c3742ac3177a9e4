package ro.parcurs.crm.lead.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.LeadId;

/**
 * The store of refreshes and the leads they go through; writes happen only inside a unit of work.
 */
public interface RegistryRefreshes {

  /** A lead whose company is to be asked about. */
  record Target(LeadId lead, Cui cui) {}

  /**
   * @throws AlreadyExists when another one is running
   */
  void add(RegistryRefresh refresh);

  /** The one that was started last. */
  Optional<RegistryRefresh> findNewest();

  /**
   * Keeps the changed refresh, provided that nobody has changed it since it was read.
   *
   * @throws ConcurrentChange when somebody has
   * @throws NotFound when there is no such refresh
   */
  void save(RegistryRefresh refresh);

  /** How many active leads there are. */
  long countActiveLeads();

  /**
   * The active leads behind the cursor, in the order of their identities.
   *
   * @param after empty for the first
   * @param limit how many at most, from 1
   */
  List<Target> activeLeads(Optional<LeadId> after, int limit);
}
