package ro.parcurs.crm.catalogue.usecase;

import java.util.List;
import ro.parcurs.crm.spreadsheet.KnownColumn;

/** The columns of a table of catalogue items. */
public enum ItemColumn implements KnownColumn {
  CODE(true, "cod articol", "cod produs", "item code"),
  NAME(true, "nume", "articol", "produs"),
  UNIT(true, "unitate", "u.m.", "unitate de măsură"),
  KIND(true, "fel"),
  PRICE(false, "preț unitar", "unit price"),
  CURRENCY(false, "valută"),
  COST(false),
  VAT(true, "tva", "vat", "cotă de tva"),
  COMMISSION(false),
  CATEGORY(true, "grupă"),
  ACTIVE(false),
  REASON(false, "motiv");

  private final boolean required;
  private final List<String> otherHeadings;

  ItemColumn(boolean required, String... otherHeadings) {
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
