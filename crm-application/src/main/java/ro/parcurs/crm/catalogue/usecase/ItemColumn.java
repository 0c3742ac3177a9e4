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

  private final boolean required;
  private final String field;
  private final List<String> otherHeadings;

  ItemColumn(boolean required, String field, String... otherHeadings) {
    this.required = required;
    this.field = field;
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

  /** As {@link ItemData} and {@link PriceData} have it. */
  @Override
  public String field() {
    return field;
  }
}
