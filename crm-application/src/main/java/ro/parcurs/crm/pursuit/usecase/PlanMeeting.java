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
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.TooMany;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.timeline.PursuitChanged.MeetingPlanned;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Work;

/** Plans a meeting with the company; one that was, too, to be marked as held. */
public final class PlanMeeting {

  /**
   * @param lengthInMinutes how long it is to last; the usual length unless it is given
   */
  public record Command(
      @NotNull ResponsibilityId responsibility,
      @NotNull @Nullable Instant at,
      @Min(1) @Max(Meeting.MAX_LENGTH_IN_MINUTES) @Nullable Integer lengthInMinutes,
      @NotNull @PlainText(max = Meeting.MAX_PLACE, required = true) String place,
      @NotNull @Valid ParticipantsData participants) {}

  /**
   * @param version the responsibility's version now
   */
  public record Result(MeetingId meeting, Version version) {}

  private final Work work;
  private final ResponsibilityEdit responsibility;
  private final Leads leads;
  private final Ids ids;

  @Inject
  public PlanMeeting(Work work, ResponsibilityEdit responsibility, Leads leads, Ids ids) {
    this.work = work;
    this.responsibility = responsibility;
    this.leads = leads;
    this.ids = ids;
  }

  /**
   * @throws NotFound when there is no such responsibility, or no such person at the company
   * @throws NotPermitted when the actor may not work on the lead
   * @throws NoSuchTransition unless it is open
   * @throws TooMany when it has as many meetings as it may have
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          MeetingId id = new MeetingId(ids.next());
          ResponsibilityRef changed =
              responsibility.extend(
                  caller.actor(),
                  command.responsibility(),
                  (before, by) ->
                      before.plan(
                          Meeting.planned(
                              id,
                              Objects.requireNonNull(command.at()),
                              MeetingLength.of(command.lengthInMinutes()),
                              command.place(),
                              command.participants().of(leads.get(before.lead()))),
                          by),
                  (before, after) -> {
                    Meeting meeting = after.progress().meeting(id);
                    return new MeetingPlanned(after.id(), id, meeting.at(), meeting.place());
                  });
          return new Result(id, changed.version());
        });
  }
}
