package ro.parcurs.crm.lead.usecase;

import java.util.List;
import ro.parcurs.crm.spreadsheet.KnownColumn;

/** The columns of a table of leads; the last ones are written and not read. */
public enum LeadColumn implements KnownColumn {
  CUI(
      true,
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
  COUNTY(true, "jud"),
  LOCALITY(true, "oraș", "city", "town", "municipiu", "loc"),
  STREET(false, "stradă", "street", "sediu"),
  POSTAL_CODE(false, "zip", "zip code", "postcode"),
  TRADE_REGISTER_NUMBER(
      false,
      "reg com",
      "registrul comerțului",
      "nr registrul comerțului",
      "număr registrul comerțului",
      "nr ord reg com",
      "trade register"),
  VAT(false, "tva", "vat", "plătitor de tva"),
  CAEN(false, "cod caen", "caen code"),
  IBAN(false, "cont", "cont bancar", "cont iban", "bank account"),
  PHONE(false, "tel", "telefon firmă", "mobil", "telephone", "nr telefon", "număr telefon"),
  EMAIL(false, "adresă email", "mail", "adresă de e-mail"),
  WEBSITE(false, "site", "web", "pagină web"),
  SOURCE(false, "proveniență"),
  NOTES(false, "note", "comentarii", "remarks", "comments"),
  PRIORITY(false),
  OWNER(false, "responsabil", "agent", "salesperson"),
  TAGS(false, "etichetă", "tag"),
  CONTACT(false, "contact", "persoană contact", "nume contact"),
  CONTACT_ROLE(false, "funcția", "role", "funcție contact"),
  CONTACT_PHONE(false, "telefon persoană de contact", "mobil contact"),
  CONTACT_EMAIL(false, "email contact", "email persoană de contact"),
  STATE(false),
  STEP(false),
  ASSIGNEE(false),
  DEADLINE(false),
  ADDED(false),
  CHANGED(false),
  REASON(false, "motiv");

  private final boolean required;
  private final List<String> otherHeadings;

  LeadColumn(boolean required, String... otherHeadings) {
    this.required = required;
    this.otherHeadings = List.of(otherHeadings);
  }

  @Override
  public List<String> otherHeadings() {
    return otherHeadings;
  }

  @Override
  public boolean isRequired() {
    return required;
  }
}
