package ro.parcurs.crm.adapter.mail.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.SentBy;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.usecase.Invitation;
import ro.parcurs.crm.mail.usecase.InvitationFormat;

/**
 * One event in one calendar object. Times are in UTC: a meeting has one moment, wherever it is
 * looked at, and so no time zones have to be described.
 */
final class ICalendarFormat implements InvitationFormat {

  private static final String PRODUCT = "-//Parcurs//CRM//RO";

  @Override
  public byte[] write(Invitation invitation) {
    boolean cancelled = invitation.method() == CalendarMethod.CANCEL;
    Calendar calendar = new Calendar();
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(new ProdId(PRODUCT));
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
    calendar.add(event(invitation, cancelled));
    return FoldedLines.of(text(calendar));
  }

  private static VEvent event(Invitation invitation, boolean cancelled) {
    VEvent event = new VEvent(false);
    event.add(new Uid(invitation.meeting().toString()));
    event.add(new Sequence(invitation.sequence()));
    event.add(new DtStamp(invitation.written()));
    event.add(new DtStart<>(invitation.at()));
    event.add(new DtEnd<>(invitation.at().plus(invitation.length())));
    event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
    event.add(ImmutableTransp.OPAQUE);
    event.add(new Summary(invitation.title()));
    event.add(new Description(invitation.text()));
    event.add(new Location(invitation.place()));
    event.add(organizer(invitation));
    invitation.attendees().forEach(attendee -> event.add(attendee(attendee, cancelled)));
    return event;
  }

  private static Organizer organizer(Invitation invitation) {
    Organizer organizer = new Organizer(address(invitation.organizer().address()));
    named(organizer, invitation.organizer());
    invitation.sentBy().ifPresent(other -> organizer.add(new SentBy(address(other.address()))));
    return organizer;
  }

  private static Attendee attendee(Mailbox mailbox, boolean cancelled) {
    Attendee attendee = new Attendee(address(mailbox.address()));
    named(attendee, mailbox);
    attendee.add(Role.REQ_PARTICIPANT);
    if (!cancelled) {
      attendee.add(PartStat.NEEDS_ACTION);
      attendee.add(Rsvp.TRUE);
    }
    return attendee;
  }

  /** Quotes can't stand in a parameter (RFC 5545, section 3.2). */
  private static void named(Property property, Mailbox mailbox) {
    if (!mailbox.name().isEmpty()) {
      property.add(new Cn(mailbox.name().replace('"', '\'')));
    }
  }

  private static URI address(EmailAddress address) {
    return URI.create("mailto:" + address.value());
  }

  private static String text(Calendar calendar) {
    StringWriter text = new StringWriter();
    try {
      new CalendarOutputter(true, Integer.MAX_VALUE).output(calendar, text);
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return text.toString();
  }
}
