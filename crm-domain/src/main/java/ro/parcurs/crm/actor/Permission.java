package ro.parcurs.crm.actor;

/** What an access policy is asked about. */
public enum Permission {
  ADD_LEAD,
  SEE_LEAD,
  /** Edit, activate, deactivate, its contact persons and work points. */
  CHANGE_LEAD,
  /** Make somebody else the owner of a lead. */
  ASSIGN_LEAD,
  ERASE_PERSONAL_DATA,
  /** Work on the responsibilities, sheets, offers and contract of a lead. */
  PURSUE_LEAD,
  APPROVE_OFFER,
  /** Approve an offer that one wrote oneself. */
  APPROVE_OWN_OFFER,
  SEE_MARGIN,
  SEE_CATALOGUE,
  CHANGE_CATALOGUE,
  /** Report invoices and payments, as the embedding ERP does. */
  REPORT_FINANCE,
  /** Check whether the timelines are as they were written. */
  CHECK_TIMELINES,
  /** Ask the registry about all leads' companies at once. */
  REFRESH_COMPANIES,
  /** Word the e-mails with which offers are sent. */
  CHANGE_MAIL_TEMPLATES
}
