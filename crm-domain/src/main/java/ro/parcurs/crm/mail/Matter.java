package ro.parcurs.crm.mail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.ResponsibilityState;

/** What a message is about. */
public sealed interface Matter {

  /** It brings the revision of an offer. */
  record OfOffer(OfferId offer) implements Matter {

    public OfOffer {
      Objects.requireNonNull(offer, "offer");
    }
  }

  /**
   * It says how a meeting stands, to calendars too.
   *
   * @param responsibility the one to which the meeting belongs
   * @param at when the meeting is, as the message says
   * @param sequence which of the meeting's states it tells, from 0: a calendar believes the later
   *     one (RFC 5545, section 3.8.7.4)
   */
  record OfMeeting(
      ResponsibilityId responsibility,
      MeetingId meeting,
      Instant at,
      CalendarMethod method,
      int sequence)
      implements Matter {

    public OfMeeting {
      Objects.requireNonNull(responsibility, "responsibility");
      Objects.requireNonNull(meeting, "meeting");
      at = at.truncatedTo(ChronoUnit.MICROS);
      Objects.requireNonNull(method, "method");
      if (sequence < 0) {
        throw new IllegalArgumentException("sequence " + sequence);
      }
    }

    /**
     * How a meeting stands now: it is to be kept while it is planned, and struck out once it was
     * cancelled, or what it belonged to has ended.
     *
     * @throws NotFound when there is no such meeting
     * @throws NoSuchTransition when it was held
     */
    public static OfMeeting standing(Responsibility responsibility, MeetingId id) {
      Meeting meeting = responsibility.progress().meeting(id);
      return switch (meeting.state()) {
        case PLANNED ->
            responsibility.state() == ResponsibilityState.OPEN
                ? of(responsibility, meeting, CalendarMethod.REQUEST, meeting.revision())
                : of(responsibility, meeting, CalendarMethod.CANCEL, meeting.revision() + 1);
        case CANCELLED -> of(responsibility, meeting, CalendarMethod.CANCEL, meeting.revision());
        case HELD ->
            throw new NoSuchTransition(Subject.MEETING, meeting.state(), CalendarMethod.REQUEST);
      };
    }

    /** The same state of the meeting, for those who are not to come any more. */
    public OfMeeting withdrawn() {
      return new OfMeeting(responsibility, meeting, at, CalendarMethod.CANCEL, sequence);
    }

    private static OfMeeting of(
        Responsibility responsibility, Meeting meeting, CalendarMethod method, int sequence) {
      return new OfMeeting(responsibility.id(), meeting.id(), meeting.at(), method, sequence);
    }
  }
}
