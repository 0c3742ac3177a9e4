package ro.parcurs.crm.offer.usecase;

import java.util.List;
import ro.parcurs.crm.spreadsheet.KnownColumn;

/** The columns of a table of offer lines. */
public enum OfferColumn implements KnownColumn {
  CHAPTER(false, "title", "titlu capitol"),
  CODE(false, "item", "cod articol", "cod produs", "item code"),
  NAME(false, "name", "nume", "articol", "produs", "descriere", "item", "description"),
  UNIT(false, "unit", "unitate", "u.m.", "unitate de măsură"),
  QUANTITY(true, "quantity", "cant", "qty"),
  PRICE(false, "price", "preț", "price", "preț unitar fără tva"),
  CURRENCY(false, "currency", "valută"),
  DISCOUNT(false, "discount", "discount %", "reducere %"),
  VAT(false, "vat", "tva", "vat", "cotă de tva"),
  NET(false, "", "valoare", "net"),
  OPTIONAL(false, "optional", "opțională"),
  REASON(false, "", "motiv");

  private final Meaning meaning;

  /** The field is named as {@link LineData} and {@link ChapterData} have it. */
  OfferColumn(boolean required, String field, String... otherHeadings) {
    meaning = new Meaning(required, field, List.of(otherHeadings));
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
