package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Work;

/** Ends a refresh before it is done; what was found out so far stays. */
public final class CancelRefresh {

  public record Command(@NotNull @Nullable RegistryRefreshId refresh) {}

  /**
   * @param cancelled whether it was running
   */
  public record Result(boolean cancelled) {}

  private final Work work;
  private final RegistryRefreshes refreshes;
  private final AccessPolicy policy;

  @Inject
  public CancelRefresh(Work work, RegistryRefreshes refreshes, AccessPolicy policy) {
    this.work = work;
    this.refreshes = refreshes;
    this.policy = policy;
  }

  /**
   * @throws NotPermitted when the actor may not refresh companies
   * @throws ConcurrentChange when it went on at the same moment
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          policy.check(caller.actor(), Permission.REFRESH_COMPANIES);
          Optional<RegistryRefresh> running =
              refreshes
                  .findNewest()
                  .filter(newest -> newest.id().equals(command.refresh()))
                  .filter(RegistryRefresh::isRunning);
          running.ifPresent(refresh -> refreshes.save(refresh.ended(RefreshState.CANCELLED)));
          return new Result(running.isPresent());
        });
  }
}
