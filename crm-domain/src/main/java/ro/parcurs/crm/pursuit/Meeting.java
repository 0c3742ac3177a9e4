package ro.parcurs.crm.pursuit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.text.Text;

/**
 * A dated meeting: planned first, moved perhaps, then held or cancelled.
 *
 * @param at when it is to be or was, to the microsecond
 * @param length how long it is to last, in whole minutes, from one to {@value
 *     #MAX_LENGTH_IN_MINUTES}
 * @param place at most {@value #MAX_PLACE} characters
 * @param minutes what was said, once it was held; at most {@value #MAX_MINUTES} characters
 * @param revision how often what invitations say of it has changed, from 0
 */
public record Meeting(
    MeetingId id,
    MeetingState state,
    Instant at,
    Duration length,
    String place,
    Participants participants,
    Optional<String> minutes,
    int revision) {

  public static final int MAX_PLACE = 300;
  public static final int MAX_MINUTES = 10_000;

  /** What is set aside for a meeting of which nobody said how long it is to last. */
  public static final Duration USUAL_LENGTH = Duration.ofHours(1);

  /** A week. */
  public static final int MAX_LENGTH_IN_MINUTES = 7 * 24 * 60;

  public Meeting {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
    at = Moments.of("at", at);
    length = checked(length);
    place = Text.required("place", place, MAX_PLACE);
    Objects.requireNonNull(participants, "participants");
    minutes = minutes.flatMap(text -> Text.optional("minutes", text, MAX_MINUTES));
    if (revision < 0) {
      throw new IllegalArgumentException("revision " + revision);
    }
  }

  private static Duration checked(Duration length) {
    Duration minutes = length.truncatedTo(ChronoUnit.MINUTES);
    if (minutes.toMinutes() < 1 || minutes.toMinutes() > MAX_LENGTH_IN_MINUTES) {
      throw InvalidInput.of(
          "length", "out-of-range", Map.of("min", 1, "max", MAX_LENGTH_IN_MINUTES));
    }
    return minutes;
  }

  /** A meeting to be held. */
  public static Meeting planned(
      MeetingId id, Instant at, Duration length, String place, Participants participants) {
    return new Meeting(
        id, MeetingState.PLANNED, at, length, place, participants, Optional.empty(), 0);
  }

  /**
   * It will be at another time or place, or with others.
   *
   * @throws NoSuchTransition unless it is planned
   */
  public Meeting moved(Instant at, Duration length, String place, Participants participants) {
    requirePlanned(ResponsibilityMove.MOVE_MEETING);
    Meeting moved = new Meeting(id, state, at, length, place, participants, minutes, revision);
    return moved.equals(this) ? this : moved.revised();
  }

  /**
   * It took place.
   *
   * @param at when it really was
   * @param participants who really came
   * @throws NoSuchTransition unless it is planned
   */
  public Meeting held(Instant at, Participants participants, Optional<String> minutes) {
    requirePlanned(ResponsibilityMove.HOLD_MEETING);
    return new Meeting(id, MeetingState.HELD, at, length, place, participants, minutes, revision);
  }

  /**
   * It will not take place.
   *
   * @throws NoSuchTransition unless it is planned
   */
  public Meeting cancelled() {
    requirePlanned(ResponsibilityMove.CANCEL_MEETING);
    return new Meeting(
            id, MeetingState.CANCELLED, at, length, place, participants, minutes, revision)
        .revised();
  }

  /** When it is to be over. */
  public Instant end() {
    return at.plus(length);
  }

  /** Whether it is to be over by then. */
  public boolean isOver(Instant now) {
    return end().isBefore(now);
  }

  /** The same without a person among the participants. */
  Meeting without(ContactPersonId person) {
    return new Meeting(
        id, state, at, length, place, participants.without(person), minutes, revision);
  }

  private Meeting revised() {
    return new Meeting(id, state, at, length, place, participants, minutes, revision + 1);
  }

  private void requirePlanned(ResponsibilityMove move) {
    if (state != MeetingState.PLANNED) {
      throw new NoSuchTransition(Subject.MEETING, state, move);
    }
  }
}
