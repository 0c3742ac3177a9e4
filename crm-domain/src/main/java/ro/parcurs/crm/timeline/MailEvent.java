package ro.parcurs.crm.timeline;

/** What happened to what mails begin as. */
public sealed interface MailEvent extends LeadlessEvent {

  /** The templates of mails with offers were changed, in either language. */
  record MailTemplatesChanged() implements MailEvent {}
}
