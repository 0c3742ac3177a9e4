package ro.parcurs.crm.catalogue.usecase;

import java.util.List;
import ro.parcurs.crm.spreadsheet.KnownColumn;

/** The columns of a table of recipes: a row for each component. */
public enum RecipeColumn implements KnownColumn {
  ITEM(true, "item", "cod", "cod articol", "item code"),
  COMPONENT(true, "component", "cod componentă", "component code"),
  QUANTITY(true, "quantity", "cant", "qty"),
  REASON(false, "", "motiv");

  private final boolean required;
  private final String field;
  private final List<String> otherHeadings;

  RecipeColumn(boolean required, String field, String... otherHeadings) {
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

  /** As a fault names it. */
  @Override
  public String field() {
    return field;
  }
}
