package ro.parcurs.crm.access;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.actor.Role;

/**
 * The policy of spec section 2: agents see and change the leads that they own or are assigned to
 * and the unowned inactive ones, managers all; only managers approve offers, never their own; only
 * admins change the catalogue.
 */
public final class DefaultAccessPolicy implements AccessPolicy {

  private static final Set<Permission> AGENT =
      Set.of(
          Permission.ADD_LEAD,
          Permission.SEE_LEAD,
          Permission.CHANGE_LEAD,
          Permission.PURSUE_LEAD,
          Permission.SEE_CATALOGUE);

  private static final Map<Role, Set<Permission>> GRANTS = new EnumMap<>(Role.class);

  static {
    GRANTS.put(Role.AGENT, AGENT);
    Set<Permission> manager = EnumSet.copyOf(AGENT);
    manager.addAll(
        Set.of(
            Permission.ASSIGN_LEAD,
            Permission.ERASE_PERSONAL_DATA,
            Permission.APPROVE_OFFER,
            Permission.SEE_MARGIN,
            Permission.REFRESH_COMPANIES,
            Permission.CHANGE_MAIL_TEMPLATES,
            Permission.REPORT_FINANCE));
    GRANTS.put(Role.MANAGER, Set.copyOf(manager));
    GRANTS.put(
        Role.ADMIN,
        Set.of(
            Permission.SEE_LEAD,
            Permission.SEE_CATALOGUE,
            Permission.CHANGE_CATALOGUE,
            Permission.ERASE_PERSONAL_DATA,
            Permission.REPORT_FINANCE,
            Permission.CHANGE_MAIL_TEMPLATES,
            Permission.CHECK_TIMELINES));
  }

  @Override
  public boolean permits(Actor actor, Permission permission) {
    return actor.roles().stream().anyMatch(role -> grants(role).contains(permission));
  }

  @Override
  public boolean permits(Actor actor, Permission permission, LeadAccess lead) {
    return actor.roles().stream()
        .anyMatch(role -> grants(role).contains(permission) && scope(actor, role).contains(lead));
  }

  @Override
  public LeadScope scope(Actor actor) {
    return actor.is(Role.MANAGER) || actor.is(Role.ADMIN)
        ? LeadScope.ALL
        : actor.is(Role.AGENT) ? LeadScope.of(actor.id()) : LeadScope.NONE;
  }

  private static LeadScope scope(Actor actor, Role role) {
    return role == Role.AGENT ? LeadScope.of(actor.id()) : LeadScope.ALL;
  }

  private static Set<Permission> grants(Role role) {
    return GRANTS.getOrDefault(role, Set.of());
  }
}
