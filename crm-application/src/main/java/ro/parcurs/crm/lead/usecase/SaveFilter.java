package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.TooMany;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Work;

/** Gives a filter of the list of leads a name, for oneself; the same name replaces it. */
public final class SaveFilter {

  /** How many filters a user may save. */
  public static final int MAX_FILTERS = 50;

  public record Command(
      @NotNull @PlainText(max = SavedFilter.MAX_NAME, required = true) String name,
      @NotNull @Valid LeadFilter filter,
      @NotNull @Valid LeadOrder order) {}

  public record Result(SavedFilterId id) {}

  private final Work work;
  private final SavedFilters filters;
  private final AccessPolicy policy;
  private final Ids ids;

  @Inject
  public SaveFilter(Work work, SavedFilters filters, AccessPolicy policy, Ids ids) {
    this.work = work;
    this.filters = filters;
    this.policy = policy;
    this.ids = ids;
  }

  /**
   * @throws InvalidInput with every fault
   * @throws NotPermitted when the actor sees no leads at all
   * @throws TooMany when the actor has saved as many as they may
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          policy.check(caller.actor(), Permission.SEE_LEAD);
          UserId user = caller.actor().id();
          SavedFilter filter =
              new SavedFilter(
                  new SavedFilterId(ids.next()),
                  user,
                  command.name(),
                  command.filter(),
                  command.order());
          List<SavedFilter> saved = filters.of(user);
          boolean replaces = saved.stream().anyMatch(other -> other.name().equals(filter.name()));
          if (!replaces && saved.size() >= MAX_FILTERS) {
            throw new TooMany(Subject.SAVED_FILTER, MAX_FILTERS);
          }
          return new Result(filters.put(filter));
        });
  }
}
