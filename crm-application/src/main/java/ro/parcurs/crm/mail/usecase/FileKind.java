package ro.parcurs.crm.mail.usecase;

import ro.parcurs.crm.mail.CalendarMethod;

/** What is in a file that goes with a mail. */
public enum FileKind {
  PDF("application/pdf"),
  /** A meeting for calendars, which are to keep it ({@link CalendarMethod#REQUEST}). */
  CALENDAR_REQUEST("application/ics"),
  /** A meeting for calendars, which are to strike it out ({@link CalendarMethod#CANCEL}). */
  CALENDAR_CANCEL("application/ics");

  private final String mediaType;

  FileKind(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The media type of such a file (RFC 2046). */
  public String mediaType() {
    return mediaType;
  }
}
