package ro.parcurs.crm.offer.usecase;

import java.util.List;
import ro.parcurs.crm.spreadsheet.KnownColumn;

/** The columns of a table of offer lines. */
public enum OfferColumn implements KnownColumn {
  CHAPTER(false, "titlu capitol"),
  CODE(false, "cod articol", "cod produs", "item code"),
  NAME(false, "nume", "articol", "produs", "descriere", "item", "description"),
  UNIT(false, "unitate", "u.m.", "unitate de măsură"),
  QUANTITY(true, "cant", "qty"),
  PRICE(false, "preț", "price", "preț unitar fără tva"),
  DISCOUNT(false, "discount %", "reducere %"),
  VAT(false, "tva", "vat", "cotă de tva"),
  NET(false, "valoare", "net"),
  OPTIONAL(false, "opțională"),
  REASON(false, "motiv");

  private final boolean required;
  private final List<String> otherHeadings;

  OfferColumn(boolean required, String... otherHeadings) {
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
