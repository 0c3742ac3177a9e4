package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import java.util.Optional;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.work.Work;

/** Shows how far the newest refresh is. */
public final class ShowRefresh {

  public record Query() {}

  private final Work work;
  private final RegistryRefreshes refreshes;
  private final AccessPolicy policy;

  @Inject
  public ShowRefresh(Work work, RegistryRefreshes refreshes, AccessPolicy policy) {
    this.work = work;
    this.refreshes = refreshes;
    this.policy = policy;
  }

  /**
   * @return empty when there never was one
   * @throws NotPermitted when the actor may not refresh companies
   */
  public Optional<RegistryRefresh> handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          policy.check(actor, Permission.REFRESH_COMPANIES);
          return refreshes.findNewest();
        });
  }
}
