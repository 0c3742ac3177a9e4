package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.RegistryNotConnected;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Begins a refresh of the companies of all active leads; {@link ContinueRefresh} carries it out.
 */
public final class StartRefresh {

  /**
   * @param after the newest refresh that the author has seen; missing when there was none
   */
  public record Command(@Nullable RegistryRefreshId after) {}

  public record Result(RegistryRefreshId id) {}

  private final Work work;
  private final Journal journal;
  private final RegistryRefreshes refreshes;
  private final CompanyRegistry registry;
  private final AccessPolicy policy;
  private final Ids ids;

  @Inject
  public StartRefresh(
      Work work,
      Journal journal,
      RegistryRefreshes refreshes,
      CompanyRegistry registry,
      AccessPolicy policy,
      Ids ids) {
    this.work = work;
    this.journal = journal;
    this.refreshes = refreshes;
    this.registry = registry;
    this.policy = policy;
    this.ids = ids;
  }

  /**
   * @throws NotPermitted when the actor may not refresh companies
   * @throws RegistryNotConnected when there is nobody to ask
   * @throws AlreadyExists when one is running, or another one was begun since
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          policy.check(caller.actor(), Permission.REFRESH_COMPANIES);
          if (registry == CompanyRegistry.NONE) {
            throw new RegistryNotConnected();
          }
          refreshes.findNewest().ifPresent(newest -> checkSeen(newest, command.after()));
          RegistryRefresh refresh =
              RegistryRefresh.start(
                  new RegistryRefreshId(ids.next()),
                  refreshes.countActiveLeads(),
                  journal.stamp(caller.actor()));
          refreshes.add(refresh);
          return new Result(refresh.id());
        });
  }

  private static void checkSeen(RegistryRefresh newest, @Nullable RegistryRefreshId after) {
    if (!newest.id().equals(after)) {
      throw new AlreadyExists(Subject.REGISTRY_REFRESH, newest.id(), newest.id());
    }
  }
}
