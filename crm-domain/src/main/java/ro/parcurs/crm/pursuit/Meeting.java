package ro.parcurs.crm.pursuit;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.text.Text;

/**
 * A dated meeting: planned first, then held or cancelled.
 *
 * @param at when it is to be or was, to the microsecond
 * @param place at most {@value #MAX_PLACE} characters
 * @param minutes what was said, once it was held; at most {@value #MAX_MINUTES} characters
 */
public record Meeting(
    MeetingId id,
    MeetingState state,
    Instant at,
    String place,
    Participants participants,
    Optional<String> minutes) {

  public static final int MAX_PLACE = 300;
  public static final int MAX_MINUTES = 10_000;

  public Meeting {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
    at = Moments.of("at", at);
    place = Text.required("place", place, MAX_PLACE);
    Objects.requireNonNull(participants, "participants");
    minutes = minutes.flatMap(text -> Text.optional("minutes", text, MAX_MINUTES));
  }

  /** A meeting to be held. */
  public static Meeting planned(MeetingId id, Instant at, String place, Participants participants) {
    return new Meeting(id, MeetingState.PLANNED, at, place, participants, Optional.empty());
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
    return new Meeting(id, MeetingState.HELD, at, place, participants, minutes);
  }

  /**
   * It will not take place.
   *
   * @throws NoSuchTransition unless it is planned
   */
  public Meeting cancelled() {
    requirePlanned(ResponsibilityMove.CANCEL_MEETING);
    return new Meeting(id, MeetingState.CANCELLED, at, place, participants, minutes);
  }

  /** The same without a person among the participants. */
  Meeting without(ContactPersonId person) {
    return new Meeting(id, state, at, place, participants.without(person), minutes);
  }

  private void requirePlanned(ResponsibilityMove move) {
    if (state != MeetingState.PLANNED) {
      throw new NoSuchTransition(Subject.MEETING, state, move);
    }
  }
}
