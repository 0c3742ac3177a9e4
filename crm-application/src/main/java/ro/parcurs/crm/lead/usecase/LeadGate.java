package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;

/** The one way to a lead and to all that hangs on it: past the access policy. Thread-safe. */
public final class LeadGate {

  private final Leads leads;
  private final AccessPolicy policy;

  @Inject
  public LeadGate(Leads leads, AccessPolicy policy) {
    this.leads = leads;
    this.policy = policy;
  }

  /**
   * Insists on a permission on a lead.
   *
   * @throws NotFound when there is no such lead
   * @throws NotPermitted when the actor may not
   */
  public void check(Actor actor, Permission permission, LeadId lead) {
    policy.check(actor, permission, leads.accessOf(lead));
  }

  /** Whether the actor has a permission on a lead. */
  public boolean permits(Actor actor, Permission permission, LeadId lead) {
    return policy.permits(actor, permission, leads.accessOf(lead));
  }

  /**
   * Reads a lead in order to show or use it.
   *
   * @throws NotFound when there is no such lead
   * @throws NotPermitted when the actor may not
   */
  public Lead open(Actor actor, Permission permission, LeadId lead) {
    check(actor, permission, lead);
    return leads.get(lead);
  }

  /**
   * Reads a lead in order to change it.
   *
   * @param seen the version that the author of the change has seen
   * @throws NotFound when there is no such lead
   * @throws NotPermitted when the actor may not
   * @throws ConcurrentChange when the lead was changed since
   */
  public Lead open(Actor actor, Permission permission, LeadId id, Version seen) {
    Lead lead = open(actor, permission, id);
    if (!lead.version().equals(seen)) {
      throw new ConcurrentChange(Subject.LEAD, id, lead.changed());
    }
    return lead;
  }
}
