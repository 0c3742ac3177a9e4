package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.Matter;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.pursuit.MeetingState;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.usecase.ResponsibilityGate;
import ro.parcurs.crm.work.Work;

/** The meetings of a responsibility, in their order, with the mails that tell of them. */
public final class ListInvitations {

  public record Query(@NotNull ResponsibilityId responsibility) {}

  private final Work work;
  private final ResponsibilityGate gate;
  private final LeadGate leads;
  private final Outbox outbox;
  private final InvitationPost post;
  private final Clock clock;

  @Inject
  public ListInvitations(
      Work work,
      ResponsibilityGate gate,
      LeadGate leads,
      Outbox outbox,
      InvitationPost post,
      Clock clock) {
    this.work = work;
    this.gate = gate;
    this.leads = leads;
    this.outbox = outbox;
    this.post = post;
    this.clock = clock;
  }

  /**
   * @throws NotFound when there is no such responsibility
   * @throws NotPermitted when the actor may not see its lead
   */
  public List<InvitationView> handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          Responsibility responsibility =
              gate.open(actor, Permission.SEE_LEAD, query.responsibility());
          boolean mayPursue = leads.permits(actor, Permission.PURSUE_LEAD, responsibility.lead());
          List<Sending> sendings = outbox.ofResponsibility(responsibility.id());
          return responsibility.progress().meetings().stream()
              .map(meeting -> view(responsibility, meeting, sendings, mayPursue))
              .toList();
        });
  }

  private InvitationView view(
      Responsibility responsibility, Meeting meeting, List<Sending> all, boolean mayPursue) {
    List<SendingView> mails =
        all.stream()
            .filter(
                sending ->
                    sending.matter() instanceof Matter.OfMeeting of
                        && of.meeting().equals(meeting.id()))
            .map(sending -> SendingView.of(sending, outbox.findEnvelope(sending.id()), mayPursue))
            .toList();
    if (meeting.state() == MeetingState.HELD) {
      return new InvitationView(meeting, Optional.empty(), Optional.empty(), mails);
    }
    Matter.OfMeeting standing = Matter.OfMeeting.standing(responsibility, meeting.id());
    InvitationsSoFar soFar = InvitationsSoFar.in(all, standing, outbox);
    boolean something =
        standing.method() == CalendarMethod.CANCEL
            ? soFar.isAnybodyInvited()
            : !meeting.isOver(clock.instant());
    return new InvitationView(
        meeting,
        Optional.of(soFar.state(standing)),
        Optional.of(standing.method())
            .filter(method -> something && mayPursue && post.isConnected()),
        mails);
  }
}
