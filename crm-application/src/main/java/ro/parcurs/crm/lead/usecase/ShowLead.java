package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.access.LeadAccess;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.work.Work;

/** Shows one lead, with what the actor may do with it. */
public final class ShowLead {

  public record Query(@NotNull LeadId lead) {}

  private final Work work;
  private final Leads leads;
  private final AccessPolicy policy;
  private final Users users;
  private final RegistryFacts registry;
  private final LeadViews views = new GeneratedLeadViews();

  @Inject
  public ShowLead(
      Work work, Leads leads, AccessPolicy policy, Users users, RegistryFacts registry) {
    this.work = work;
    this.leads = leads;
    this.policy = policy;
    this.users = users;
    this.registry = registry;
  }

  /**
   * @throws NotFound when there is no such lead
   * @throws NotPermitted when the actor may not see it
   */
  public LeadView handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          LeadAccess access = leads.accessOf(query.lead());
          policy.check(actor, Permission.SEE_LEAD, access);
          Lead lead = leads.get(query.lead());
          Set<Permission> permissions = EnumSet.noneOf(Permission.class);
          Arrays.stream(Permission.values())
              .filter(permission -> policy.permits(actor, permission, access))
              .forEach(permissions::add);
          Optional<RegistrySnapshot> said = registry.newest(lead.id());
          return views.view(
              lead.snapshot(),
              said.map(answer -> answer.company().confirm(lead.company())).orElse(lead.company()),
              lead.owner().map(users::nameOf),
              said,
              permissions);
        });
  }
}
