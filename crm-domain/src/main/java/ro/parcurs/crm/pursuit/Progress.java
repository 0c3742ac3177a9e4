package ro.parcurs.crm.pursuit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.TooMany;
import ro.parcurs.crm.text.Text;

/**
 * What was done on a responsibility so far.
 *
 * @param summary what was discussed; at most {@value #MAX_SUMMARY} characters
 * @param contactAttempts in the order in which they were recorded; at most {@value
 *     #MAX_CONTACT_ATTEMPTS}
 * @param meetings in the order in which they were planned; at most {@value #MAX_MEETINGS}
 */
public record Progress(
    Optional<String> summary, List<ContactAttempt> contactAttempts, List<Meeting> meetings) {

  public static final int MAX_SUMMARY = 4000;
  public static final int MAX_CONTACT_ATTEMPTS = 200;
  public static final int MAX_MEETINGS = 100;

  /** Nothing was done yet. */
  public static final Progress NONE = new Progress(Optional.empty(), List.of(), List.of());

  public Progress {
    summary = summary.flatMap(text -> Text.optional("summary", text, MAX_SUMMARY));
    contactAttempts = List.copyOf(contactAttempts);
    meetings = List.copyOf(meetings);
  }

  Progress withSummary(String text) {
    String written = Text.required("summary", text, MAX_SUMMARY);
    return new Progress(Optional.of(written), contactAttempts, meetings);
  }

  /**
   * @throws InvalidInput {@code in-future} for a contact that has yet to be made
   * @throws TooMany at {@value #MAX_CONTACT_ATTEMPTS}
   */
  Progress with(ContactAttempt attempt) {
    requirePast(attempt.at(), attempt.recorded());
    if (contactAttempts.size() >= MAX_CONTACT_ATTEMPTS) {
      throw new TooMany(Subject.CONTACT_ATTEMPT, MAX_CONTACT_ATTEMPTS);
    }
    List<ContactAttempt> attempts = new ArrayList<>(contactAttempts);
    attempts.add(attempt);
    return new Progress(summary, attempts, meetings);
  }

  /**
   * @throws TooMany at {@value #MAX_MEETINGS}
   */
  Progress withPlanned(Meeting meeting) {
    if (meetings.size() >= MAX_MEETINGS) {
      throw new TooMany(Subject.MEETING, MAX_MEETINGS);
    }
    List<Meeting> more = new ArrayList<>(meetings);
    more.add(meeting);
    return new Progress(summary, contactAttempts, more);
  }

  /**
   * @throws NotFound when there is no such meeting
   * @throws NoSuchTransition unless it is planned
   */
  Progress withMoved(
      MeetingId id, Instant at, Duration length, String place, Participants participants) {
    return withChanged(meeting(id).moved(at, length, place, participants));
  }

  /**
   * @throws NotFound when there is no such meeting
   * @throws NoSuchTransition unless it is planned
   * @throws InvalidInput {@code in-future} for a meeting that has yet to take place
   */
  Progress withHeld(
      MeetingId id, Instant at, Participants participants, Optional<String> minutes, Stamp by) {
    Meeting held = meeting(id).held(at, participants, minutes);
    requirePast(held.at(), by);
    return withChanged(held);
  }

  /**
   * @throws NotFound when there is no such meeting
   * @throws NoSuchTransition unless it is planned
   */
  Progress withCancelled(MeetingId id) {
    return withChanged(meeting(id).cancelled());
  }

  /**
   * @throws NotFound when there is no such meeting
   */
  public Meeting meeting(MeetingId id) {
    return meetings.stream()
        .filter(meeting -> meeting.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.MEETING, id));
  }

  /** The same without whom it was with, and without what was noted of their contacts. */
  Progress without(ContactPersonId person) {
    return new Progress(
        summary,
        contactAttempts.stream().map(attempt -> attempt.without(person)).toList(),
        meetings.stream().map(meeting -> meeting.without(person)).toList());
  }

  PursuitFacts facts(PursuitDocuments documents, boolean expiryConfirmed) {
    long held = meetings.stream().filter(meeting -> meeting.state() == MeetingState.HELD).count();
    return new PursuitFacts(
        summary.isPresent(),
        contactAttempts.size(),
        Math.toIntExact(held),
        documents,
        expiryConfirmed);
  }

  private Progress withChanged(Meeting changed) {
    List<Meeting> all =
        meetings.stream().map(other -> other.id().equals(changed.id()) ? changed : other).toList();
    return new Progress(summary, contactAttempts, all);
  }

  private static void requirePast(Instant at, Stamp by) {
    if (at.isAfter(by.at())) {
      throw InvalidInput.of("at", "in-future");
    }
  }
}
