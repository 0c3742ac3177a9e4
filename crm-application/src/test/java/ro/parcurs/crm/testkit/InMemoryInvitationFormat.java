package ro.parcurs.crm.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.usecase.Invitation;
import ro.parcurs.crm.mail.usecase.InvitationFormat;

/** iCalendar with lines that are too long for some calendars; for tests of use cases only. */
public final class InMemoryInvitationFormat implements InvitationFormat {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Override
  public byte[] write(Invitation invitation) {
    StringJoiner lines = new StringJoiner("\r\n", "", "\r\n");
    lines.add("BEGIN:VCALENDAR").add("VERSION:2.0").add("PRODID:-//Parcurs//Test//RO");
    lines.add("METHOD:" + invitation.method()).add("BEGIN:VEVENT");
    lines.add("UID:" + invitation.meeting());
    lines.add("SEQUENCE:" + invitation.sequence());
    lines.add("DTSTAMP:" + time(invitation.written()));
    lines.add("DTSTART:" + time(invitation.at()));
    lines.add("DTEND:" + time(invitation.at().plus(invitation.length())));
    lines.add(
        "STATUS:" + (invitation.method() == CalendarMethod.CANCEL ? "CANCELLED" : "CONFIRMED"));
    lines.add("SUMMARY:" + text(invitation.title()));
    lines.add("DESCRIPTION:" + text(invitation.text()));
    lines.add("LOCATION:" + text(invitation.place()));
    lines.add(
        "ORGANIZER"
            + name(invitation.organizer())
            + invitation
                .sentBy()
                .map(other -> ";SENT-BY=\"mailto:" + other.address() + "\"")
                .orElse("")
            + ":mailto:"
            + invitation.organizer().address());
    for (Mailbox attendee : invitation.attendees()) {
      lines.add("ATTENDEE" + name(attendee) + ":mailto:" + attendee.address());
    }
    lines.add("END:VEVENT").add("END:VCALENDAR");
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }

  private static String name(Mailbox mailbox) {
    return mailbox.name().isEmpty()
        ? ""
        : ";CN=\"" + mailbox.name().replace('"', '\'').replace("^", "^^") + "\"";
  }

  private static String text(String text) {
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
  }
}
