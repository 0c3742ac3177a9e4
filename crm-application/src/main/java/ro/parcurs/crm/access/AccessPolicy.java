package ro.parcurs.crm.access;

import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;

/**
 * Decides who may do what; the embedding application may bring its own (spec section 2).
 * Implementations are stateless or thread-safe. {@link #scope} and {@link #permits(Actor,
 * Permission, LeadAccess)} for {@link Permission#SEE_LEAD} must agree: a list shows nothing that
 * may not be opened.
 */
public interface AccessPolicy {

  /** Whether the actor has the permission in general, whatever the lead. */
  boolean permits(Actor actor, Permission permission);

  /** Whether the actor has the permission on this lead. */
  boolean permits(Actor actor, Permission permission, LeadAccess lead);

  /** The leads that the actor's queries are made of. */
  LeadScope scope(Actor actor);

  /**
   * Insists on a permission.
   *
   * @throws NotPermitted when the actor doesn't have it
   */
  default void check(Actor actor, Permission permission) {
    if (!permits(actor, permission)) {
      throw new NotPermitted(actor, permission);
    }
  }

  /**
   * Insists on a permission on a lead.
   *
   * @throws NotPermitted when the actor doesn't have it
   */
  default void check(Actor actor, Permission permission, LeadAccess lead) {
    if (!permits(actor, permission, lead)) {
      throw new NotPermitted(actor, permission);
    }
  }
}
