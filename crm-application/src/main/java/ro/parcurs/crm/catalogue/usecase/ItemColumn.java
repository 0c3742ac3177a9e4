package ro.parcurs.crm.catalogue.usecase;

import java.util.List;
import ro.parcurs.crm.spreadsheet.KnownColumn;

/** The columns of a table of catalogue items. */
public enum ItemColumn implements KnownColumn {
  CODE(true, "code", "cod articol", "cod produs", "item code"),
  NAME(false, "name", "nume", "articol", "produs"),
  UNIT(false, "unit", "unitate", "u.m.", "unitate de măsură"),
  KIND(false, "kind", "fel"),
  PRICE(false, "price", "preț unitar", "unit price"),
  CURRENCY(false, "currency", "valută"),
  COST(false, "cost"),
  VAT(false, "vatRate", "tva", "vat", "cotă de tva"),
  COMMISSION(false, "commission"),
  CATEGORY(false, "category", "grupă"),
  ACTIVE(false, "active"),
  REASON(false, "", "motiv");

  private final Meaning meaning;

  /** The field is named as {@link ItemData} and {@link PriceData} have it. */
  ItemColumn(boolean required, String field, String... otherHeadings) {
    meaning = new Meaning(required, field, List.of(otherHeadings));
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
