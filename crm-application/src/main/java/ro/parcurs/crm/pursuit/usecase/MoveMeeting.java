package ro.parcurs.crm.pursuit.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.timeline.PursuitChanged.MeetingMoved;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Work;

/**
 * Plans a planned meeting anew: another time or place, or others who take part. Who was invited is
 * not told by it.
 */
public final class MoveMeeting {

  /**
   * @param lengthInMinutes how long it is to last; the usual length unless it is given
   */
  public record Command(
      @NotNull ResponsibilityId responsibility,
      @NotNull Version seen,
      @NotNull MeetingId meeting,
      @NotNull @Nullable Instant at,
      @Min(1) @Max(Meeting.MAX_LENGTH_IN_MINUTES) @Nullable Integer lengthInMinutes,
      @NotNull @PlainText(max = Meeting.MAX_PLACE, required = true) String place,
      @NotNull @Valid ParticipantsData participants) {}

  private final Work work;
  private final ResponsibilityEdit responsibility;
  private final Leads leads;

  @Inject
  public MoveMeeting(Work work, ResponsibilityEdit responsibility, Leads leads) {
    this.work = work;
    this.responsibility = responsibility;
    this.leads = leads;
  }

  /**
   * @throws NotFound when there is no such responsibility, meeting, or person at the company
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
                (before, by) ->
                    before.move(
                        command.meeting(),
                        Objects.requireNonNull(command.at()),
                        MeetingLength.of(command.lengthInMinutes()),
                        command.place(),
                        command.participants().of(leads.get(before.lead())),
                        by),
                (before, after) -> {
                  Meeting meeting = after.progress().meeting(command.meeting());
                  return new MeetingMoved(after.id(), meeting.id(), meeting.at(), meeting.place());
                }));
  }
}
