package ro.parcurs.crm.pursuit.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.PursuitId;

/** The store of pursuits; writes happen only inside a unit of work. */
public interface Pursuits {

  /**
   * @throws AlreadyExists when the lead has a pursuit of that number, or one that is running; it
   *     names that one's identity
   */
  void add(Pursuit pursuit);

  /**
   * @throws NotFound when there is no such pursuit
   */
  Pursuit get(PursuitId id);

  /** The last one that was begun for the lead. */
  Optional<Pursuit> findNewest(LeadId lead);

  /** All of the lead, the newest first. */
  List<Pursuit> ofLead(LeadId lead);

  /**
   * Keeps the changed pursuit, provided that nobody has changed it since it was read.
   *
   * @throws ConcurrentChange when somebody has
   * @throws NotFound when there is no such pursuit
   */
  void save(Pursuit pursuit);
}
