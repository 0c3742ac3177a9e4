package ro.parcurs.crm.catalogue;

import java.util.Objects;
import ro.parcurs.crm.money.Quantity;

/**
 * One component of a recipe.
 *
 * @param quantity for one unit of the item that has the recipe
 */
public record RecipeComponent(ItemId item, Quantity quantity) {

  public RecipeComponent {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(quantity, "quantity");
  }
}
