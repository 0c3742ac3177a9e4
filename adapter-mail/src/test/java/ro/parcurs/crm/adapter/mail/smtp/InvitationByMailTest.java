package ro.parcurs.crm.adapter.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.adapter.mail.calendar.ICalendar;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Configuration;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Security;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.FileName;
import ro.parcurs.crm.mail.MailSubject;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.MessageId;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.usecase.Delivery;
import ro.parcurs.crm.mail.usecase.Envelope;
import ro.parcurs.crm.mail.usecase.Invitation;
import ro.parcurs.crm.mail.usecase.MailFile;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailText;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.testkit.MailFixture;

/**
 * An invitation, its change and its end as calendars find them in a mail: read by libical, which
 * Evolution, KOrganizer and Cyrus use, and by Python's icalendar. The first also judges whether
 * they are as RFC 5546 has it.
 */
class InvitationByMailTest {

  private static final Mailbox ORGANIZER =
      new Mailbox("Ana Pop, „vânzări”", EmailAddress.of("ana.pop@exemplu.ro"));
  private static final Mailbox GUEST =
      new Mailbox("Ștefan Țuțea", EmailAddress.of("stefan@client.ro"));
  private static final MeetingId MEETING = new MeetingId(new UUID(5, 6));

  /** Prints what two calendars find, a line each. */
  private static final String READER =
      """
      import email, email.policy, sys
      import gi
      gi.require_version('ICalGLib', '3.0')
      from gi.repository import ICalGLib
      import icalendar
      m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
      out = []
      for p in m.walk():
          out.append('part ' + p.get_content_type())
      part = [p for p in m.walk() if p.get_content_type() == 'text/calendar'][0]
      out.append('method of the part ' + part.get_param('method'))
      text = part.get_content()
      out.append('attached ' + str([p.get_filename() for p in m.iter_attachments()]))
      out.append('same ' + str(next(m.iter_attachments()).get_payload(decode=True) == part.get_payload(decode=True)))
      c = ICalGLib.Component.new_from_string(text)
      out.append('errors %d' % c.count_errors())
      out.append('as RFC 5546 has it %d' % ICalGLib.restriction_check(c))
      out.append('method %s' % c.get_method().value_name)
      e = c.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
      out.append('uid %s sequence %d' % (e.get_uid(), e.get_sequence()))
      out.append('from %s to %s' % (e.get_dtstart().as_ical_string(), e.get_dtend().as_ical_string()))
      out.append('status %s' % e.get_status().value_name)
      out.append('summary ' + e.get_summary())
      out.append('location ' + e.get_location())
      o = e.get_first_property(ICalGLib.PropertyKind.ORGANIZER_PROPERTY)
      out.append('organizer %s %s %s' % (o.get_organizer(), o.get_parameter_as_string('CN'), o.get_parameter_as_string('SENT-BY')))
      a = e.get_first_property(ICalGLib.PropertyKind.ATTENDEE_PROPERTY)
      out.append('attendee %s %s %s' % (a.get_attendee(), a.get_parameter_as_string('CN'), a.get_parameter_as_string('RSVP')))
      other = icalendar.Calendar.from_ical(text)
      event = other.walk('VEVENT')[0]
      out.append('python %s %s %s %s %s' % (other['METHOD'], event['UID'], event['SEQUENCE'], event['DTSTART'].dt.isoformat(), event['DTEND'].dt.isoformat()))
      out.append('python summary ' + event['SUMMARY'])
      out.append('python text ' + repr(str(event['DESCRIPTION'])))
      out.append('python attendee %s %s' % (event['ATTENDEE'], event['ATTENDEE'].params['CN']))
      sys.stdout.buffer.write('\\n'.join(out).encode('utf-8'))
      """;

  @TempDir private Path directory;

  @Test
  void an_invitation_its_change_and_its_end_are_understood_and_belong_together() {
    try (DebianServer server = new DebianServer(directory)) {
      send(server, CalendarMethod.REQUEST, 0, Instant.parse("2026-11-27T10:00:00Z"));
      send(server, CalendarMethod.REQUEST, 1, Instant.parse("2026-11-28T12:30:00Z"));
      send(server, CalendarMethod.CANCEL, 2, Instant.parse("2026-11-28T12:30:00Z"));
      List<List<String>> seen =
          server.messages().stream().map(file -> DebianServer.read(file, READER)).toList();
      assertThat(seen).hasSize(3);
      assertThat(seen)
          .allSatisfy(
              one ->
                  assertThat(one)
                      .startsWith(
                          "part multipart/mixed",
                          "part multipart/alternative",
                          "part text/plain",
                          "part text/html",
                          "part text/calendar",
                          "part application/ics")
                      .contains(
                          "attached ['invitatie.ics']",
                          "same True",
                          "errors 0",
                          "as RFC 5546 has it 1",
                          "summary Întâlnire: ferestre, uși; și altele",
                          "location Dej, str. Morii 7",
                          "organizer mailto:ana.pop@exemplu.ro Ana Pop, „vânzări” "
                              + "mailto:vanzari@exemplu.ro",
                          "python summary Întâlnire: ferestre, uși; și altele",
                          "python text 'Bună ziua,\\n\\nveniți?'",
                          "python attendee mailto:stefan@client.ro Ștefan Țuțea"));
      assertThat(of(seen, "uid " + MEETING + " sequence 0"))
          .contains(
              "method of the part REQUEST",
              "method I_CAL_METHOD_REQUEST",
              "from 20261127T100000Z to 20261127T111500Z",
              "status I_CAL_STATUS_CONFIRMED",
              "attendee mailto:stefan@client.ro Ștefan Țuțea TRUE",
              "python REQUEST %s 0 2026-11-27T10:00:00+00:00 2026-11-27T11:15:00+00:00"
                  .formatted(MEETING));
      assertThat(of(seen, "uid " + MEETING + " sequence 1"))
          .contains("method I_CAL_METHOD_REQUEST", "from 20261128T123000Z to 20261128T134500Z");
      assertThat(of(seen, "uid " + MEETING + " sequence 2"))
          .contains(
              "method of the part CANCEL",
              "method I_CAL_METHOD_CANCEL",
              "status I_CAL_STATUS_CANCELLED");
    }
  }

  private static List<String> of(List<List<String>> seen, String line) {
    return seen.stream().filter(one -> one.contains(line)).findFirst().orElseThrow();
  }

  private static void send(DebianServer server, CalendarMethod method, int sequence, Instant at) {
    String text = "Bună ziua,\n\nveniți?";
    Invitation invitation =
        new Invitation(
            MEETING,
            method,
            sequence,
            MailFixture.NOON,
            at,
            Duration.ofMinutes(75),
            "Întâlnire: ferestre, uși; și altele",
            text,
            "Dej, str. Morii 7",
            ORGANIZER,
            Optional.of(MailFixture.SENDER),
            List.of(GUEST));
    SendingId id = new SendingId(UUID.randomUUID());
    MailMessage message =
        new MailMessage(
            MessageId.of(id, MailFixture.SENDER.address()),
            MailFixture.NOON,
            new Envelope(
                MailFixture.SENDER,
                Optional.of(ORGANIZER),
                List.of(new Envelope.Recipient(new ContactPersonId(UUID.randomUUID()), GUEST)),
                List.of(),
                new MailSubject("Invitație")),
            MailText.of(text, Locale.forLanguageTag("ro")),
            MailFile.calendar(
                method,
                new FileName("invitatie.ics"),
                ICalendar.open().format().write(invitation)));
    Delivery delivery =
        SmtpAdapter.open(
                Configuration.of("127.0.0.1", MailFixture.SENDER).at(server.port(), Security.NONE))
            .transport()
            .deliver(message, () -> {});
    assertThat(delivery).isInstanceOf(Delivery.Accepted.class);
  }
}
