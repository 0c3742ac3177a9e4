package ro.parcurs.crm.timeline;

import java.time.Instant;
import java.util.Optional;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.pursuit.ContactMeans;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.Outcome;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.Step;

/**
 * What happened on a pursuit and its responsibilities. Names of users are those of that time;
 * contact persons are told by their identity only.
 */
public sealed interface PursuitChanged extends LeadEvent {

  /** The lead was activated, which opened pursuit {@code number}. */
  record LeadActivated(int number) implements PursuitChanged {}

  /** The lead was deactivated, which gave up pursuit {@code number}. */
  record LeadDeactivated(int number) implements PursuitChanged {}

  /**
   * The client said no, which ended pursuit {@code number}.
   *
   * @param code the reason's key in the list
   * @param reason what the list called it at that time
   */
  record LeadRefused(
      int number, Optional<String> code, Optional<String> reason, Optional<String> text)
      implements PursuitChanged {}

  /** There is a contract, which ended pursuit {@code number}. */
  record LeadContracted(int number) implements PursuitChanged {}

  record ResponsibilityOpened(
      ResponsibilityId responsibility,
      Step step,
      UserId assignee,
      String assigneeName,
      Instant deadline)
      implements PursuitChanged {}

  record ResponsibilityReassigned(
      ResponsibilityId responsibility,
      Step step,
      UserId from,
      String fromName,
      UserId to,
      String toName)
      implements PursuitChanged {}

  record DeadlineMoved(ResponsibilityId responsibility, Step step, Instant from, Instant to)
      implements PursuitChanged {}

  record SummaryWritten(ResponsibilityId responsibility, Step step, String summary)
      implements PursuitChanged {}

  /** Somebody got in touch with the company, or tried to. */
  record ContactAttempted(
      ResponsibilityId responsibility,
      Step step,
      ContactMeans means,
      Instant at,
      Optional<ContactPersonId> person)
      implements PursuitChanged {}

  record MeetingPlanned(
      ResponsibilityId responsibility, MeetingId meeting, Instant at, String place)
      implements PursuitChanged {}

  /** A planned meeting will be at another time or place, or with others. */
  record MeetingMoved(ResponsibilityId responsibility, MeetingId meeting, Instant at, String place)
      implements PursuitChanged {}

  record MeetingHeld(ResponsibilityId responsibility, MeetingId meeting, Instant at, String place)
      implements PursuitChanged {}

  record MeetingCancelled(
      ResponsibilityId responsibility, MeetingId meeting, Instant at, String place)
      implements PursuitChanged {}

  record ResponsibilityClosed(
      ResponsibilityId responsibility, Step step, Outcome outcome, Optional<String> summary)
      implements PursuitChanged {}

  record ResponsibilityCancelled(ResponsibilityId responsibility, Step step)
      implements PursuitChanged {}
}
