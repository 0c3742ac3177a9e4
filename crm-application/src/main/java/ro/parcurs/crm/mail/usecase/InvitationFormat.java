package ro.parcurs.crm.mail.usecase;

/**
 * Writes invitations so that calendars understand them: as iCalendar (RFC 5545) for scheduling by
 * mail (RFC 5546, RFC 6047). It need not be there; without it nobody is invited. Thread-safe.
 */
public interface InvitationFormat {

  /**
   * The invitation as a file, in UTF-8. The same invitation gives the same bytes. No text in it
   * adds anything but itself.
   */
  byte[] write(Invitation invitation);
}
