package ro.parcurs.crm.timeline;

import java.time.Instant;
import java.util.Optional;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.MessageId;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.Trouble;
import ro.parcurs.crm.pursuit.MeetingId;

/** What happened to an e-mail that tells how a meeting stands: an invitation, or its end. */
public sealed interface InvitationChanged extends LeadEvent {

  MeetingId meeting();

  /** When the meeting is, as the mail says. */
  Instant at();

  CalendarMethod method();

  /** The mail, as it was queued. */
  SendingId sending();

  /** It waits to be sent. */
  record InvitationQueued(
      MeetingId meeting, Instant at, CalendarMethod method, SendingId sending, String subject)
      implements InvitationChanged {}

  /**
   * The mail server has taken it.
   *
   * @param messageId what the mail is known by
   * @param attempt which attempt it was, from 1
   */
  record InvitationSent(
      MeetingId meeting,
      Instant at,
      CalendarMethod method,
      SendingId sending,
      MessageId messageId,
      int attempt)
      implements InvitationChanged {}

  /**
   * An attempt to send it came to nothing; there will be another.
   *
   * @param code what the mail server answered, where it did
   * @param next when it is tried again
   */
  record InvitationDelayed(
      MeetingId meeting,
      Instant at,
      CalendarMethod method,
      SendingId sending,
      int attempt,
      Trouble trouble,
      Optional<Integer> code,
      Instant next)
      implements InvitationChanged {}

  /**
   * It was given up; nobody has got it.
   *
   * @param attempt the last attempt; 0 when there was none
   */
  record InvitationFailed(
      MeetingId meeting,
      Instant at,
      CalendarMethod method,
      SendingId sending,
      int attempt,
      Trouble trouble,
      Optional<Integer> code)
      implements InvitationChanged {}

  /** It was given to the mail server, and nobody knows whether it was taken. */
  record InvitationPerhapsSent(
      MeetingId meeting,
      Instant at,
      CalendarMethod method,
      SendingId sending,
      int attempt,
      Trouble trouble)
      implements InvitationChanged {}

  /** Somebody says that it, of which nobody knew, has arrived. */
  record InvitationConfirmed(
      MeetingId meeting, Instant at, CalendarMethod method, SendingId sending)
      implements InvitationChanged {}

  /** Somebody wants it, of which nobody knows, to be sent once more. */
  record InvitationSentAgain(
      MeetingId meeting, Instant at, CalendarMethod method, SendingId sending)
      implements InvitationChanged {}

  /** Somebody wants it, which waits or was perhaps sent, to be left alone. */
  record InvitationDropped(MeetingId meeting, Instant at, CalendarMethod method, SendingId sending)
      implements InvitationChanged {}
}
