package ro.parcurs.crm.mail.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.pursuit.MeetingId;

/**
 * What calendars are told of a meeting.
 *
 * @param meeting what they know it by, however often they hear of it
 * @param sequence which of the meeting's states it is, from 0: the later one is believed
 * @param written when it was written, to the second
 * @param at when the meeting begins, to the second
 * @param title on one line
 * @param text what the mail says; lines are ended by {@code \n}, and other characters that steer
 *     are blanks
 * @param place on one line
 * @param organizer whose meeting it is, and who gets the answers
 * @param sentBy the mailbox that the mail is from, where that is another one
 * @param attendees who is invited; or who is not to come, where the meeting is cancelled
 */
public record Invitation(
    MeetingId meeting,
    CalendarMethod method,
    int sequence,
    Instant written,
    Instant at,
    Duration length,
    String title,
    String text,
    String place,
    Mailbox organizer,
    Optional<Mailbox> sentBy,
    List<Mailbox> attendees) {

  private static final Pattern LINE_END = Pattern.compile("\\R");
  private static final Pattern STEERING = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}&&[^\n\t]]");

  public Invitation {
    Objects.requireNonNull(meeting, "meeting");
    Objects.requireNonNull(method, "method");
    written = written.truncatedTo(ChronoUnit.SECONDS);
    at = at.truncatedTo(ChronoUnit.SECONDS);
    Objects.requireNonNull(length, "length");
    title = onOneLine(title);
    text = readable(text);
    place = onOneLine(place);
    Objects.requireNonNull(organizer, "organizer");
    Objects.requireNonNull(sentBy, "sentBy");
    attendees = List.copyOf(attendees);
  }

  private static String onOneLine(String text) {
    return readable(text).replace('\n', ' ');
  }

  /** Calendars take for the end of a line whatever some program takes for it. */
  private static String readable(String text) {
    return STEERING.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll(" ");
  }
}
