package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.journey.usecase.InvitationWords.Occasion;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.InvitationsNotConnected;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.Matter;
import ro.parcurs.crm.mail.usecase.Addressee;
import ro.parcurs.crm.mail.usecase.Addresses;
import ro.parcurs.crm.mail.usecase.MailTransport;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.usecase.ResponsibilityGate;
import ro.parcurs.crm.work.Work;

/** Words a mail that tells how a meeting stands, for somebody who is about to send it. */
public final class PrepareInvitation {

  /**
   * @param language Romanian for all but English
   */
  public record Query(
      @NotNull ResponsibilityId responsibility,
      @NotNull MeetingId meeting,
      @NotNull Locale language) {}

  private final Work work;
  private final ResponsibilityGate gate;
  private final Leads leads;
  private final Addresses addresses;
  private final Optional<MailTransport> transport;
  private final Outbox outbox;
  private final InvitationWords words;

  @Inject
  public PrepareInvitation(
      Work work,
      ResponsibilityGate gate,
      Leads leads,
      Addresses addresses,
      Optional<MailTransport> transport,
      Outbox outbox,
      InvitationWords words) {
    this.work = work;
    this.gate = gate;
    this.leads = leads;
    this.addresses = addresses;
    this.transport = transport;
    this.outbox = outbox;
    this.words = words;
  }

  /**
   * @throws InvitationsNotConnected when nothing is there that sends
   * @throws NotFound when there is no such responsibility or meeting
   * @throws NotPermitted when the actor may not pursue its lead
   * @throws NoSuchTransition when the meeting was held
   */
  public InvitationDraft handle(Actor actor, Query query) {
    Mailbox sender = transport.orElseThrow(InvitationsNotConnected::new).sender();
    return work.reading(query, () -> draft(actor, query, sender));
  }

  private InvitationDraft draft(Actor actor, Query query, Mailbox sender) {
    Responsibility responsibility =
        gate.open(actor, Permission.PURSUE_LEAD, query.responsibility());
    Matter.OfMeeting standing = Matter.OfMeeting.standing(responsibility, query.meeting());
    Meeting meeting = responsibility.progress().meeting(query.meeting());
    Lead lead = leads.get(responsibility.lead());
    InvitationsSoFar soFar = InvitationsSoFar.of(standing, outbox);
    boolean cancelled = standing.method() == CalendarMethod.CANCEL;
    Occasion occasion =
        cancelled
            ? Occasion.CANCELLED
            : soFar.state(standing) == InvitationState.OUTDATED ? Occasion.MOVED : Occasion.INVITED;
    List<Addressee> to = addresses.all(lead);
    Set<ContactPersonId> suggested =
        new HashSet<>(cancelled ? soFar.expecting() : Set.copyOf(meeting.participants().persons()));
    suggested.retainAll(to.stream().map(Addressee::person).toList());
    return new InvitationDraft(
        meeting,
        responsibility.version(),
        standing.method(),
        words.subject(occasion, sender, lead, query.language()),
        words.text(occasion, meeting, actor, query.language()),
        to,
        suggested,
        addresses.of(responsibility.assignee()));
  }
}
