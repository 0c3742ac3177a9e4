package ro.parcurs.crm.timeline;

/** The fields of a contact person; the timeline tells which ones changed, never their content. */
public enum PersonField {
  NAME,
  ROLE,
  PHONES,
  EMAILS,
  PRIMARY
}
