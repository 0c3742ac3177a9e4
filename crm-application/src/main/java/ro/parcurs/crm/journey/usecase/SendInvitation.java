package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.journey.usecase.InvitationWords.Occasion;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.InvitationsNotConnected;
import ro.parcurs.crm.mail.MailSubject;
import ro.parcurs.crm.mail.MailTemplate;
import ro.parcurs.crm.mail.MailTooLarge;
import ro.parcurs.crm.mail.Matter;
import ro.parcurs.crm.mail.NobodyInvited;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.usecase.Addressee;
import ro.parcurs.crm.mail.usecase.Addresses;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.Participants;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.usecase.ResponsibilityGate;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.validation.ValueOf;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Tells chosen contact persons, and their calendars, how a meeting stands: invites them, says that
 * it was moved, or that it won't take place. The mail waits in the outbox.
 *
 * <p>Who expected a meeting, and is not among those to whom it is told how it stands now, is told
 * that it is off.
 */
public final class SendInvitation {

  /**
   * @param seen the version of the responsibility that its author has seen
   * @param language of what is not worded here; Romanian for all but English
   * @param copyToOrganizer whether who is responsible gets a copy
   */
  public record Command(
      @NotNull ResponsibilityId responsibility,
      @NotNull Version seen,
      @NotNull MeetingId meeting,
      @NotNull @Size(min = 1, max = Participants.MAX) List<@NotNull ContactPersonId> to,
      @NotNull Locale language,
      @NotNull @ValueOf(MailSubject.class) String subject,
      @NotNull @PlainText(max = MailTemplate.MAX_TEXT, required = true) String text,
      boolean copyToOrganizer) {

    public Command {
      to = List.copyOf(to);
    }
  }

  /**
   * @param sending the mail that waits
   * @param withdrawn the mail to those who are not to come any more; empty when there is nobody
   */
  public record Result(SendingId sending, Optional<SendingId> withdrawn) {}

  private final Work work;
  private final ResponsibilityGate gate;
  private final Leads leads;
  private final Addresses addresses;
  private final Outbox outbox;
  private final InvitationWords words;
  private final InvitationPost post;
  private final Journal journal;

  @Inject
  public SendInvitation(
      Work work,
      ResponsibilityGate gate,
      Leads leads,
      Addresses addresses,
      Outbox outbox,
      InvitationWords words,
      InvitationPost post,
      Journal journal) {
    this.work = work;
    this.gate = gate;
    this.leads = leads;
    this.addresses = addresses;
    this.outbox = outbox;
    this.words = words;
    this.post = post;
    this.journal = journal;
  }

  /**
   * @throws InvitationsNotConnected when nothing is there that sends, or that writes for calendars
   * @throws InvalidInput with every fault; {@code no-email} for a person who has none, {@code
   *     in-past} for a meeting that is over
   * @throws NotFound when there is no such responsibility, meeting or person
   * @throws NotPermitted when the actor may not pursue its lead
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NoSuchTransition when the meeting was held
   * @throws NobodyInvited when it won't take place and nobody was invited
   * @throws MailTooLarge when the mail server takes no mail of that size
   * @throws AlreadyExists when a mail was queued under the caller's key so long ago that the key
   *     was forgotten
   */
  public Result handle(Caller caller, Command command) {
    post.requireConnected();
    return work.inTransaction(caller, command, () -> send(caller, command));
  }

  private Result send(Caller caller, Command command) {
    Responsibility responsibility =
        gate.lock(caller.actor(), Permission.PURSUE_LEAD, command.responsibility(), command.seen());
    Matter.OfMeeting standing = Matter.OfMeeting.standing(responsibility, command.meeting());
    Meeting meeting = responsibility.progress().meeting(command.meeting());
    InvitationsSoFar soFar = InvitationsSoFar.of(standing, outbox);
    Stamp by = journal.stamp(caller.actor());
    requireTellable(standing, meeting, soFar, by.at());
    Lead lead = leads.get(responsibility.lead());
    InvitationPost.Letter letter =
        new InvitationPost.Letter(
            responsibility,
            lead,
            standing,
            addresses.chosen(lead, command.to()),
            command.language(),
            MailSubject.of(command.subject()),
            command.text(),
            command.copyToOrganizer());
    SendingId sending = post.queue(letter, caller.key().map(key -> key.value()), by);
    Set<ContactPersonId> off = new HashSet<>(soFar.expecting());
    command.to().forEach(off::remove);
    return new Result(
        sending,
        standing.method() == CalendarMethod.REQUEST
            ? withdraw(letter, off, caller, by)
            : Optional.empty());
  }

  private static void requireTellable(
      Matter.OfMeeting standing, Meeting meeting, InvitationsSoFar soFar, Instant now) {
    if (standing.method() == CalendarMethod.CANCEL) {
      if (!soFar.isAnybodyInvited()) {
        throw new NobodyInvited();
      }
    } else if (meeting.isOver(now)) {
      throw InvalidInput.of("meeting", "in-past");
    }
  }

  /** Those among them who still have an address. */
  private Optional<SendingId> withdraw(
      InvitationPost.Letter letter, Set<ContactPersonId> off, Caller caller, Stamp by) {
    Lead lead = letter.lead();
    List<ContactPersonId> reachable =
        addresses.all(lead).stream().map(Addressee::person).filter(off::contains).toList();
    if (reachable.isEmpty()) {
      return Optional.empty();
    }
    InvitationPost.Letter withdrawal =
        new InvitationPost.Letter(
            letter.responsibility(),
            lead,
            letter.matter().withdrawn(),
            addresses.chosen(lead, reachable),
            letter.language(),
            words.subject(Occasion.CANCELLED, post.sender(), lead, letter.language()),
            words.text(Occasion.CANCELLED, letter.meeting(), caller.actor(), letter.language()),
            false);
    return Optional.of(
        post.queue(withdrawal, caller.key().map(key -> key.value() + "/withdrawn"), by));
  }
}
