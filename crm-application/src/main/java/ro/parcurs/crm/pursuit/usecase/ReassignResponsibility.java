package ro.parcurs.crm.pursuit.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.timeline.PursuitChanged.ResponsibilityReassigned;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Work;

/** Gives an open responsibility to somebody else. */
public final class ReassignResponsibility {

  public record Command(
      @NotNull ResponsibilityId responsibility,
      @NotNull Version seen,
      @NotNull @Nullable UserId assignee) {}

  private final Work work;
  private final ResponsibilityEdit responsibility;
  private final Users users;

  @Inject
  public ReassignResponsibility(Work work, ResponsibilityEdit responsibility, Users users) {
    this.work = work;
    this.responsibility = responsibility;
    this.users = users;
  }

  /**
   * @throws NotFound when there is no such responsibility or user
   * @throws NotPermitted when the actor may not work on the lead
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NoSuchTransition unless it is open
   */
  public ResponsibilityRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          UserId assignee = Objects.requireNonNull(command.assignee());
          String name = users.get(assignee).name();
          return responsibility.edit(
              caller.actor(),
              command.responsibility(),
              command.seen(),
              (before, by) -> before.reassign(assignee, by),
              (before, after) ->
                  new ResponsibilityReassigned(
                      after.id(),
                      after.step(),
                      before.assignee(),
                      users.nameOf(before.assignee()),
                      after.assignee(),
                      name));
        });
  }
}
