package ro.parcurs.crm.catalogue.usecase;

import java.util.List;
import ro.parcurs.crm.spreadsheet.KnownColumn;

/** The columns of a table of recipes: a row for each component. */
public enum RecipeColumn implements KnownColumn {
  ITEM(true, "cod", "cod articol", "item code"),
  COMPONENT(true, "cod componentă", "component code"),
  QUANTITY(true, "cant", "qty"),
  REASON(false, "motiv");

  private final boolean required;
  private final List<String> otherHeadings;

  RecipeColumn(boolean required, String... otherHeadings) {
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
