package ro.parcurs.crm.catalogue.usecase;

import java.util.List;
import ro.parcurs.crm.spreadsheet.KnownColumn;

/** The columns of a table of recipes: a row for each component. */
public enum RecipeColumn implements KnownColumn {
  ITEM(true, "item", "cod", "cod articol", "item code"),
  COMPONENT(true, "component", "cod componentă", "component code"),
  QUANTITY(true, "quantity", "cant", "qty"),
  REASON(false, "", "motiv");

  private final Meaning meaning;

  /** The field is named as a fault names it. */
  RecipeColumn(boolean required, String field, String... otherHeadings) {
    meaning = new Meaning(required, field, List.of(otherHeadings));
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
