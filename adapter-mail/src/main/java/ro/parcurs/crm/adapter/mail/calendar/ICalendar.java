package ro.parcurs.crm.adapter.mail.calendar;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.multibindings.OptionalBinder;
import ro.parcurs.crm.mail.usecase.InvitationFormat;

/** Writes invitations to meetings as calendars understand them (RFC 5545). Thread-safe. */
public final class ICalendar {

  private final InvitationFormat format = new ICalendarFormat();

  private ICalendar() {}

  /** The format; there is nothing to configure. */
  public static ICalendar open() {
    return new ICalendar();
  }

  /** Binds the port. */
  public Module module() {
    return new AbstractModule() {
      @Override
      protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), InvitationFormat.class)
            .setBinding()
            .toInstance(format);
      }
    };
  }

  /** The adapter of the port, for those who don't use Guice. */
  public InvitationFormat format() {
    return format;
  }
}
