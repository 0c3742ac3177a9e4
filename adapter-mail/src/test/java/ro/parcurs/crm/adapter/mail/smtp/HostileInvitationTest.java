package ro.parcurs.crm.adapter.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.adapter.mail.calendar.ICalendar;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.FileName;
import ro.parcurs.crm.mail.MailSubject;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.MessageId;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.usecase.Envelope;
import ro.parcurs.crm.mail.usecase.Invitation;
import ro.parcurs.crm.mail.usecase.MailFile;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailText;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.Participants;
import ro.parcurs.crm.testkit.CalendarLines;
import ro.parcurs.crm.testkit.MailFixture;
import ro.parcurs.crm.testkit.Proof;

/** No text of a meeting adds anything to what calendars are told, or to the mail that tells it. */
class HostileInvitationTest {

  private static final int MOST_BYTES = 75;

  private final long seed = Proof.seed();
  private final Random random = new Random(seed);

  @Test
  void no_text_adds_a_property_a_header_or_a_recipient() {
    Instant start = Instant.now();
    int tries = Proof.tries(1_000, 50_000);
    List<String> names = lines(invitation("Titlu", "text", "Dej", "Ana")).names();
    int written = 0;
    int refused = 0;
    while (written < tries) {
      try {
        Invitation invitation =
            invitation(
                MailSubject.cut("Titlu " + Hostile.text(random)).value(),
                MailText.of("text " + Hostile.text(random), Locale.ENGLISH).plain(),
                place("Dej " + Hostile.text(random)),
                "Ana " + Hostile.text(random));
        CalendarLines lines = lines(invitation);
        assertThat(lines.names()).as("seed %d", seed).isEqualTo(names);
        assertThat(lines.value("SUMMARY")).isEqualTo(invitation.title());
        assertThat(lines.all("ATTENDEE"))
            .extracting(CalendarLines.Line::value)
            .containsExactly("mailto:" + Hostile.RECIPIENTS.get(0));
        RawMail.of(SmtpAdapter.written(message(invitation)))
            .requireNothingAdded(
                Hostile.RECIPIENTS.subList(0, 1), Hostile.RECIPIENTS.subList(1, 2));
        written++;
      } catch (InvalidInput notTaken) {
        refused++;
      }
    }
    Proof.report(
        "P10 hostile meetings",
        seed,
        Duration.between(start, Instant.now()),
        "%d invitations written, 0 properties, headers or recipients added; %d more were refused"
            .formatted(written, refused));
    assertThat(refused).isPositive();
  }

  /** As the meeting takes it. */
  private static String place(String text) {
    return Meeting.planned(
            new MeetingId(new UUID(1, 1)),
            MailFixture.NOON,
            Meeting.USUAL_LENGTH,
            text,
            Participants.NOBODY)
        .place();
  }

  /** Read as strictly as lines can be: whatever ends one in some program may not stand in it. */
  private static CalendarLines lines(Invitation invitation) {
    byte[] file = ICalendar.open().format().write(invitation);
    String text = new String(file, StandardCharsets.UTF_8);
    assertThat(text.replace("\r\n", "").codePoints())
        .noneMatch(c -> Character.isISOControl(c) && c != '\t');
    assertThat(text.split("\r\n"))
        .allSatisfy(
            line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                    .isLessThanOrEqualTo(MOST_BYTES));
    return CalendarLines.of(file);
  }

  private static Invitation invitation(String title, String text, String place, String name) {
    Mailbox guest = new Mailbox(name, EmailAddress.of(Hostile.RECIPIENTS.get(0)));
    return new Invitation(
        new MeetingId(new UUID(1, 1)),
        CalendarMethod.REQUEST,
        0,
        MailFixture.NOON,
        MailFixture.NOON,
        Duration.ofHours(1),
        title,
        text,
        place,
        new Mailbox(name, EmailAddress.of("ana@exemplu.ro")),
        Optional.of(MailFixture.SENDER),
        List.of(guest));
  }

  private static MailMessage message(Invitation invitation) {
    return new MailMessage(
        MessageId.of(new SendingId(UUID.randomUUID()), MailFixture.SENDER.address()),
        MailFixture.NOON,
        new Envelope(
            MailFixture.SENDER,
            Optional.of(invitation.organizer()),
            List.of(
                new Envelope.Recipient(
                    new ContactPersonId(UUID.randomUUID()), invitation.attendees().get(0))),
            List.of(
                new Mailbox(
                    invitation.organizer().name(), EmailAddress.of(Hostile.RECIPIENTS.get(1)))),
            new MailSubject(invitation.title())),
        MailText.of(invitation.text(), Locale.ENGLISH),
        MailFile.calendar(
            invitation.method(),
            new FileName("invitation.ics"),
            ICalendar.open().format().write(invitation)));
  }
}
