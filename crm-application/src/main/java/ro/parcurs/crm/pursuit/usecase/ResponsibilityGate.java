package ro.parcurs.crm.pursuit.usecase;

import jakarta.inject.Inject;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;

/** The one way to a responsibility: past the access policy of its lead. Thread-safe. */
public final class ResponsibilityGate {

  private final LeadGate leads;
  private final Responsibilities responsibilities;

  @Inject
  public ResponsibilityGate(LeadGate leads, Responsibilities responsibilities) {
    this.leads = leads;
    this.responsibilities = responsibilities;
  }

  /**
   * Reads a responsibility in order to show it.
   *
   * @throws NotFound when there is no such responsibility
   * @throws NotPermitted when the actor may not
   */
  public Responsibility open(Actor actor, Permission permission, ResponsibilityId id) {
    return checked(actor, permission, responsibilities.get(id));
  }

  /**
   * Reads a responsibility in order to add to it, whatever others have added meanwhile.
   *
   * @throws NotFound when there is no such responsibility
   * @throws NotPermitted when the actor may not
   */
  public Responsibility lock(Actor actor, Permission permission, ResponsibilityId id) {
    return checked(actor, permission, responsibilities.lock(id));
  }

  /**
   * Reads a responsibility in order to change what its author has seen.
   *
   * @param seen the version that the author of the change has seen
   * @throws NotFound when there is no such responsibility
   * @throws NotPermitted when the actor may not
   * @throws ConcurrentChange when it was changed since
   */
  public Responsibility lock(
      Actor actor, Permission permission, ResponsibilityId id, Version seen) {
    try {
      Responsibility responsibility = lock(actor, permission, id);
      requireSeen(responsibility, seen);
      return responsibility;
    } catch (NotPermitted refusal) {
      // Who had it may no longer open the lead once somebody else has ended it: they are told who
      // was first, not that they had no right.
      Responsibility now = responsibilities.get(id);
      if (now.assignee().equals(actor.id())) {
        requireSeen(now, seen);
      }
      throw refusal;
    }
  }

  private Responsibility checked(
      Actor actor, Permission permission, Responsibility responsibility) {
    leads.check(actor, permission, responsibility.lead());
    return responsibility;
  }

  private static void requireSeen(Responsibility responsibility, Version seen) {
    if (!responsibility.version().equals(seen)) {
      throw new ConcurrentChange(
          Subject.RESPONSIBILITY, responsibility.id(), responsibility.changed());
    }
  }
}
