package ro.parcurs.crm.pursuit.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;

/** The store of responsibilities; writes happen only inside a unit of work. */
public interface Responsibilities {

  /**
   * @throws AlreadyExists when the lead has an open one; it names that one's identity
   */
  void add(Responsibility responsibility);

  /**
   * @throws NotFound when there is no such responsibility
   */
  Responsibility get(ResponsibilityId id);

  /** The open one of the lead; there is at most one. */
  Optional<Responsibility> findOpen(LeadId lead);

  /**
   * Reads a responsibility in order to change it, or something of its pursuit: until the unit of
   * work ends, others who ask for it so wait, and then read what this unit has made of it. Only
   * inside a unit of work.
   *
   * @throws NotFound when there is no such responsibility
   */
  Responsibility lock(ResponsibilityId id);

  /** The open one of the lead, locked as {@link #lock} does. Only inside a unit of work. */
  Optional<Responsibility> lockOpen(LeadId lead);

  /** All of the lead, the one opened last first. */
  List<Responsibility> ofLead(LeadId lead);

  /**
   * Keeps the changed responsibility, provided that nobody has changed it since it was read.
   *
   * @throws ConcurrentChange when somebody has
   * @throws NotFound when there is no such responsibility
   */
  void save(Responsibility responsibility);
}
