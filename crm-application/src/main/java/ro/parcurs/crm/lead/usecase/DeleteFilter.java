package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Work;

/** Forgets a filter that the actor has saved; doing it again changes nothing. */
public final class DeleteFilter {

  public record Command(@NotNull SavedFilterId id) {}

  public record Result(SavedFilterId id) {}

  private final Work work;
  private final SavedFilters filters;

  @Inject
  public DeleteFilter(Work work, SavedFilters filters) {
    this.work = work;
    this.filters = filters;
  }

  public Result handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          filters.remove(caller.actor().id(), command.id());
          return new Result(command.id());
        });
  }
}
