package ro.parcurs.crm.mail;

/** What a calendar is to do with what it gets (RFC 5546, section 1.4). */
public enum CalendarMethod {
  /** Keep the meeting, or change what it keeps of it. */
  REQUEST,
  /** Strike it out. */
  CANCEL
}
