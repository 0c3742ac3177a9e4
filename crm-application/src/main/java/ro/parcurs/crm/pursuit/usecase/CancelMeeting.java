package ro.parcurs.crm.pursuit.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.timeline.PursuitChanged.MeetingCancelled;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Work;

/** Tells that a planned meeting will not take place. */
public final class CancelMeeting {

  public record Command(
      @NotNull ResponsibilityId responsibility,
      @NotNull Version seen,
      @NotNull MeetingId meeting) {}

  private final Work work;
  private final ResponsibilityEdit responsibility;

  @Inject
  public CancelMeeting(Work work, ResponsibilityEdit responsibility) {
    this.work = work;
    this.responsibility = responsibility;
  }

  /**
   * @throws NotFound when there is no such responsibility or meeting
   * @throws NotPermitted when the actor may not work on the lead
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NoSuchTransition unless the responsibility is open and the meeting planned
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
                (before, by) -> before.cancel(command.meeting(), by),
                (before, after) -> {
                  Meeting meeting = after.progress().meeting(command.meeting());
                  return new MeetingCancelled(
                      after.id(), meeting.id(), meeting.at(), meeting.place());
                }));
  }
}
