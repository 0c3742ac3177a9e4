package ro.parcurs.crm.lead.usecase;

import java.util.List;
import ro.parcurs.crm.spreadsheet.KnownColumn;

/** The columns of a table of leads; the last ones are written and not read. */
public enum LeadColumn implements KnownColumn {
  CUI(
      true,
      "cui",
      "cif",
      "cod fiscal",
      "cod unic",
      "cod unic de înregistrare",
      "cod de identificare fiscală",
      "CUI/CIF",
      "CIF/CUI",
      "tax id",
      "vat number",
      "vat id"),
  NAME(
      true,
      "company.name",
      "nume",
      "denumire firmă",
      "firmă",
      "companie",
      "societate",
      "nume firmă",
      "denumire societate",
      "client",
      "nume client",
      "name",
      "company"),
  COUNTY(true, "company.address.county", "jud"),
  LOCALITY(true, "company.address.locality", "oraș", "city", "town", "municipiu", "loc"),
  STREET(false, "company.address.street", "stradă", "street", "sediu"),
  POSTAL_CODE(false, "company.address.postalCode", "zip", "zip code", "postcode"),
  TRADE_REGISTER_NUMBER(
      false,
      "company.tradeRegisterNumber",
      "reg com",
      "registrul comerțului",
      "nr registrul comerțului",
      "număr registrul comerțului",
      "nr ord reg com",
      "trade register"),
  VAT(false, "company.vat", "tva", "vat", "plătitor de tva"),
  CAEN(false, "company.caen", "cod caen", "caen code"),
  IBAN(false, "company.iban", "cont", "cont bancar", "cont iban", "bank account"),
  PHONE(
      false,
      "company.phone",
      "tel",
      "telefon firmă",
      "mobil",
      "telephone",
      "nr telefon",
      "număr telefon"),
  EMAIL(false, "company.email", "adresă email", "mail", "adresă de e-mail"),
  WEBSITE(false, "company.website", "site", "web", "pagină web"),
  SOURCE(false, "details.source", "proveniență"),
  NOTES(false, "details.notes", "note", "comentarii", "remarks", "comments"),
  PRIORITY(false, "details.priority"),
  OWNER(false, "owner", "responsabil", "agent", "salesperson"),
  TAGS(false, "details.tags", "etichetă", "tag"),
  CONTACT(false, "contactPersons[0].name", "contact", "persoană contact", "nume contact"),
  CONTACT_ROLE(false, "contactPersons[0].role", "funcția", "role", "funcție contact"),
  CONTACT_PHONE(false, "contactPersons[0].phones", "telefon persoană de contact", "mobil contact"),
  CONTACT_EMAIL(false, "contactPersons[0].emails", "email contact", "email persoană de contact"),
  STATE(false, ""),
  STEP(false, ""),
  ASSIGNEE(false, ""),
  DEADLINE(false, ""),
  ADDED(false, ""),
  CHANGED(false, ""),
  REASON(false, "", "motiv");

  private final Meaning meaning;

  /** The field is named as {@link LeadData} has it. */
  LeadColumn(boolean required, String field, String... otherHeadings) {
    meaning = new Meaning(required, field, List.of(otherHeadings));
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
