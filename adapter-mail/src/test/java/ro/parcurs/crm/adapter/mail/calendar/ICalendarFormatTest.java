package ro.parcurs.crm.adapter.mail.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.usecase.Invitation;
import ro.parcurs.crm.mail.usecase.InvitationFormat;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.testkit.InvitationFormatContract;
import ro.parcurs.crm.testkit.Ports;

class ICalendarFormatTest extends InvitationFormatContract {

  ICalendarFormatTest() {
    super(Ports.only(InvitationFormat.class, ICalendar.open().format()));
  }

  @ParameterizedTest
  @EnumSource(CalendarMethod.class)
  void it_is_valid_for_scheduling_by_mail(CalendarMethod method)
      throws IOException, ParserException {
    Calendar calendar =
        new CalendarBuilder()
            .build(new StringReader(new String(written(method), StandardCharsets.UTF_8)));
    assertThat(calendar.validate(true).getEntries()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CalendarMethod.class)
  void no_line_is_longer_than_the_standard_allows(CalendarMethod method) {
    String text = new String(written(method), StandardCharsets.UTF_8);
    assertThat(text.split("\r\n"))
        .allSatisfy(
            line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(text).contains("\r\n ");
  }

  private static byte[] written(CalendarMethod method) {
    InvitationFormat format = ICalendar.open().format();
    Mailbox lup =
        new Mailbox(
            "Ioana-Ștefania Țuțea-Lăcrămioară, „Șoim”",
            EmailAddress.of("ioana.stefania@exemplu.ro"));
    return format.write(
        new Invitation(
            new MeetingId(new UUID(1, 2)),
            method,
            1,
            Instant.parse("2026-11-26T10:00:00Z"),
            Instant.parse("2026-11-27T10:00:00Z"),
            Duration.ofMinutes(45),
            "Întâlnire la sediul dumneavoastră, despre ferestre și uși; ".repeat(3),
            "Bună ziua,\n\nă".repeat(40) + "\uD83D\uDE00".repeat(60),
            "Dej, str. Morii 7",
            lup,
            Optional.of(new Mailbox("", EmailAddress.of("vanzari@exemplu.ro"))),
            List.of(lup)));
  }
}
