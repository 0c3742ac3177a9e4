package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.usecase.Invitation;
import ro.parcurs.crm.mail.usecase.InvitationFormat;
import ro.parcurs.crm.pursuit.MeetingId;

/** What every {@link InvitationFormat} writes, told by its lines. */
public abstract class InvitationFormatContract extends PortContract {

  private static final Instant AT = Instant.parse("2026-03-29T00:30:00Z");
  private static final Mailbox ANA = mailbox("Ana Pop", "ana@exemplu.ro");
  private static final Mailbox SELLER = mailbox("Exemplu Vânzări", "vanzari@exemplu.ro");
  private static final Mailbox STEFAN = mailbox("Ștefan Țuțea", "stefan@client.ro");
  private static final Mailbox NAMELESS = mailbox("", "birou@client.ro");

  protected InvitationFormatContract(Ports ports) {
    super(ports);
  }

  @Test
  void an_invitation_says_what_to_whom_and_when() {
    CalendarLines lines = written(invitation("Întâlnire", "Bună ziua", "Dej, str. Morii 7"));
    assertThat(lines.names()).startsWith("BEGIN", "VERSION").endsWith("END", "END");
    assertThat(lines.value("VERSION")).isEqualTo("2.0");
    assertThat(lines.value("PRODID")).isNotBlank();
    assertThat(lines.value("METHOD")).isEqualTo("REQUEST");
    assertThat(lines.value("UID")).isEqualTo(meeting().toString());
    assertThat(lines.value("SEQUENCE")).isEqualTo("3");
    assertThat(lines.value("DTSTAMP")).isEqualTo("20260324T100000Z");
    assertThat(lines.value("DTSTART")).isEqualTo("20260329T003000Z");
    assertThat(lines.value("DTEND")).isEqualTo("20260329T020000Z");
    assertThat(lines.value("STATUS")).isEqualTo("CONFIRMED");
    assertThat(lines.value("SUMMARY")).isEqualTo("Întâlnire");
    assertThat(lines.value("DESCRIPTION")).isEqualTo("Bună ziua");
    assertThat(lines.value("LOCATION")).isEqualTo("Dej, str. Morii 7");
    assertThat(lines.only("ORGANIZER").value()).isEqualTo("mailto:ana@exemplu.ro");
    assertThat(lines.only("ORGANIZER").parameters())
        .containsEntry("CN", "Ana Pop")
        .containsEntry("SENT-BY", "mailto:vanzari@exemplu.ro");
    assertThat(lines.all("ATTENDEE"))
        .extracting(CalendarLines.Line::value)
        .containsExactly("mailto:stefan@client.ro", "mailto:birou@client.ro");
    assertThat(lines.all("ATTENDEE").get(0).parameters()).containsEntry("CN", "Ștefan Țuțea");
    assertThat(lines.all("ATTENDEE").get(1).parameters()).doesNotContainKey("CN");
  }

  @Test
  void who_sends_for_himself_is_not_named_twice() {
    CalendarLines lines =
        written(invitation(CalendarMethod.REQUEST, 0, SELLER, Optional.empty(), STEFAN));
    assertThat(lines.only("ORGANIZER").parameters()).doesNotContainKey("SENT-BY");
  }

  @Test
  void a_cancelled_meeting_is_struck_out_under_the_name_that_it_had() {
    CalendarLines lines =
        written(invitation(CalendarMethod.CANCEL, 4, ANA, Optional.of(SELLER), STEFAN));
    assertThat(lines.value("METHOD")).isEqualTo("CANCEL");
    assertThat(lines.value("STATUS")).isEqualTo("CANCELLED");
    assertThat(lines.value("UID")).isEqualTo(meeting().toString());
    assertThat(lines.value("SEQUENCE")).isEqualTo("4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unu\ndoi\n\ntrei",
        "virgulă, punct și virgulă; două puncte: bară \\ „ghilimele” \"drepte\"",
        "\nEND:VEVENT\nBEGIN:VEVENT\nUID:alta",
        "ăâîșț ĂÂÎȘȚ ăâîșț ĂÂÎȘȚ ăâîșț ĂÂÎȘȚ ăâîșț ĂÂÎȘȚ ăâîșț ĂÂÎȘȚ ăâîșț ĂÂÎȘȚ ăâîșț",
        "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00x\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
        "\\n \\, {} %s =?UTF-8?B?QQ==?="
      })
  void a_text_is_nothing_but_itself(String text) {
    CalendarLines plain = written(invitation("Întâlnire", "Bună ziua", "Dej"));
    CalendarLines lines =
        written(invitation(text.replace('\n', ' '), text, text.replace('\n', ' ')));
    assertThat(lines.names()).isEqualTo(plain.names());
    assertThat(lines.value("SUMMARY")).isEqualTo(text.replace('\n', ' '));
    assertThat(lines.value("DESCRIPTION")).isEqualTo(text);
    assertThat(lines.value("LOCATION")).isEqualTo(text.replace('\n', ' '));
  }

  @Test
  void what_ends_a_line_in_some_program_ends_one_of_the_text_and_none_of_the_file() {
    CalendarLines lines =
        written(
            invitation(
                "a\rb\u000bc\u0085d", "1\r\n2\r3\u000b4\u000c5\u00856\u20287\u0007", "e\u2029f"));
    assertThat(lines.value("SUMMARY")).isEqualTo("a b c d");
    assertThat(lines.value("DESCRIPTION")).isEqualTo("1\n2\n3\n4\n5\n6\n7 ");
    assertThat(lines.value("LOCATION")).isEqualTo("e f");
  }

  @Test
  void a_name_is_nothing_but_itself_but_for_straight_quotes() {
    Mailbox hostile = mailbox("SC \"Șoim\"; SRL: vânzări, X=1^n", "soim@client.ro");
    CalendarLines lines =
        written(invitation(CalendarMethod.REQUEST, 0, hostile, Optional.empty(), hostile));
    assertThat(Stream.of(lines.only("ORGANIZER"), lines.only("ATTENDEE")))
        .allSatisfy(
            line -> {
              assertThat(line.value()).isEqualTo("mailto:soim@client.ro");
              assertThat(line.parameters()).containsEntry("CN", "SC 'Șoim'; SRL: vânzări, X=1^n");
            });
  }

  @Test
  void the_same_invitation_is_the_same_bytes_and_lines_end_as_the_standard_says() {
    Invitation invitation = invitation("Întâlnire", "unu\ndoi", "Dej");
    byte[] file = format().write(invitation);
    assertThat(format().write(invitation)).isEqualTo(file);
    String text = new String(file, StandardCharsets.UTF_8);
    assertThat(text).endsWith("END:VCALENDAR\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
  }

  private CalendarLines written(Invitation invitation) {
    return CalendarLines.of(format().write(invitation));
  }

  private InvitationFormat format() {
    return port(InvitationFormat.class);
  }

  private static Invitation invitation(
      CalendarMethod method,
      int sequence,
      Mailbox organizer,
      Optional<Mailbox> sentBy,
      Mailbox attendee) {
    return new Invitation(
        meeting(),
        method,
        sequence,
        AT,
        AT,
        Duration.ofHours(1),
        "Întâlnire",
        "Bună ziua",
        "Dej",
        organizer,
        sentBy,
        List.of(attendee));
  }

  private static Invitation invitation(String title, String text, String place) {
    return new Invitation(
        meeting(),
        CalendarMethod.REQUEST,
        3,
        Instant.parse("2026-03-24T10:00:00.9Z"),
        AT,
        Duration.ofMinutes(90),
        title,
        text,
        place,
        ANA,
        Optional.of(SELLER),
        List.of(STEFAN, NAMELESS));
  }

  private static MeetingId meeting() {
    return new MeetingId(new UUID(7, 8));
  }

  private static Mailbox mailbox(String name, String address) {
    return new Mailbox(name, EmailAddress.of(address));
  }
}
