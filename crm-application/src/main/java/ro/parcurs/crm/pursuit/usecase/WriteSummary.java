package ro.parcurs.crm.pursuit.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.pursuit.Progress;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.timeline.PursuitChanged.SummaryWritten;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Work;

/** Writes what was discussed on an open responsibility (<i>rezumat</i>), in place of what was. */
public final class WriteSummary {

  public record Command(
      @NotNull ResponsibilityId responsibility,
      @NotNull Version seen,
      @NotNull @PlainText(max = Progress.MAX_SUMMARY, required = true) String summary) {}

  private final Work work;
  private final ResponsibilityEdit responsibility;

  @Inject
  public WriteSummary(Work work, ResponsibilityEdit responsibility) {
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
                (before, by) -> before.writeSummary(command.summary(), by),
                (before, after) ->
                    new SummaryWritten(
                        after.id(), after.step(), after.progress().summary().orElseThrow())));
  }
}
