package ro.parcurs.crm.pursuit.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.pursuit.Deadline;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.timeline.PursuitChanged.DeadlineMoved;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Work;

/** Sets another deadline for an open responsibility. */
public final class MoveDeadline {

  public record Command(
      @NotNull ResponsibilityId responsibility,
      @NotNull Version seen,
      @NotNull @FutureOrPresent @Nullable Instant deadline) {}

  private final Work work;
  private final ResponsibilityEdit responsibility;

  @Inject
  public MoveDeadline(Work work, ResponsibilityEdit responsibility) {
    this.work = work;
    this.responsibility = responsibility;
  }

  /**
   * @throws NotFound when there is no such responsibility
   * @throws NotPermitted when the actor may not work on the lead
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NoSuchTransition unless it is open
   */
  public ResponsibilityRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () ->
            responsibility.edit(
                caller.actor(),
                command.responsibility(),
                command.seen(),
                (before, by) ->
                    before.moveDeadline(
                        new Deadline(Objects.requireNonNull(command.deadline())), by),
                (before, after) ->
                    new DeadlineMoved(
                        after.id(), after.step(), before.deadline().at(), after.deadline().at())));
  }
}
