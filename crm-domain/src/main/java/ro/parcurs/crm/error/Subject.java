package ro.parcurs.crm.error;

/** The kinds of things an error can be about; the words of the glossary. */
public enum Subject {
  LEAD,
  CONTACT_PERSON,
  WORK_POINT,
  PURSUIT,
  RESPONSIBILITY,
  MEETING,
  CONTACT_ATTEMPT,
  ITEM,
  RECIPE,
  VAT_RATE,
  EVALUATION_SHEET,
  OFFER,
  OFFER_LINE,
  CONTRACT,
  SIGNED_FILE,
  CLIENT_ORDER,
  INVOICE,
  USER,
  IMPORT,
  SAVED_FILTER,
  REGISTRY_REFRESH,
  SENDING,
  MAIL_TEMPLATE
}
