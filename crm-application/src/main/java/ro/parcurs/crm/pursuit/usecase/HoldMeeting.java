package ro.parcurs.crm.pursuit.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
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
import ro.parcurs.crm.timeline.PursuitChanged.MeetingHeld;
import ro.parcurs.crm.validation.Given;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Work;

/** Tells that a planned meeting took place: when, with whom, and what was said. */
public final class HoldMeeting {

  public record Command(
      @NotNull ResponsibilityId responsibility,
      @NotNull Version seen,
      @NotNull MeetingId meeting,
      @NotNull @PastOrPresent @Nullable Instant at,
      @NotNull @Valid ParticipantsData participants,
      @PlainText(max = Meeting.MAX_MINUTES) @Nullable String minutes) {}

  private final Work work;
  private final ResponsibilityEdit responsibility;
  private final Leads leads;

  @Inject
  public HoldMeeting(Work work, ResponsibilityEdit responsibility, Leads leads) {
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
                    before.hold(
                        command.meeting(),
                        Objects.requireNonNull(command.at()),
                        command.participants().of(leads.get(before.lead())),
                        Given.text(command.minutes()),
                        by),
                (before, after) -> {
                  Meeting meeting = after.progress().meeting(command.meeting());
                  return new MeetingHeld(after.id(), meeting.id(), meeting.at(), meeting.place());
                }));
  }
}
