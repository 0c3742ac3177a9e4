package ro.parcurs.crm.timeline;

/** The fields of a lead whose every change stands on its timeline as text. */
public enum LeadField {
  NAME,
  COUNTY,
  LOCALITY,
  STREET,
  POSTAL_CODE,
  TRADE_REGISTER_NUMBER,
  CAEN,
  IBAN,
  PHONE,
  EMAIL,
  WEBSITE,
  SOURCE,
  NOTES,
  TAGS
}
