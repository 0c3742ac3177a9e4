package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Begins a refresh of the companies of all active leads; {@link ContinueRefresh} carries it out.
 */
public final class StartRefresh {

  public record Command() {}

  public record Result(RegistryRefreshId id) {}

  private final Work work;
  private final Journal journal;
  private final RegistryRefreshes refreshes;
  private final AccessPolicy policy;
  private final Ids ids;

  @Inject
  public StartRefresh(
      Work work, Journal journal, RegistryRefreshes refreshes, AccessPolicy policy, Ids ids) {
    this.work = work;
    this.journal = journal;
    this.refreshes = refreshes;
    this.policy = policy;
    this.ids = ids;
  }

  /**
   * @throws NotPermitted when the actor may not refresh companies
   * @throws AlreadyExists when one is running
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          policy.check(caller.actor(), Permission.REFRESH_COMPANIES);
          RegistryRefresh refresh =
              RegistryRefresh.start(
                  new RegistryRefreshId(ids.next()),
                  refreshes.countActiveLeads(),
                  journal.stamp(caller.actor()));
          refreshes.add(refresh);
          return new Result(refresh.id());
        });
  }
}
