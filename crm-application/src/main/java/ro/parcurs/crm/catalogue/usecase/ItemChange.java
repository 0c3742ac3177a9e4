package ro.parcurs.crm.catalogue.usecase;

import java.util.List;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.spreadsheet.Cell;

/**
 * What an import adds, or what it changes in an item.
 *
 * @param name as it will be
 * @param differences in what columns, in their order
 * @param recipeBefore the components it had; empty also when the recipe stays as it is
 * @param recipeAfter the components it gets; empty also when the recipe stays as it is
 */
public record ItemChange(
    ItemCode code,
    String name,
    boolean added,
    List<Difference> differences,
    List<Component> recipeBefore,
    List<Component> recipeAfter) {

  public ItemChange {
    differences = List.copyOf(differences);
    recipeBefore = List.copyOf(recipeBefore);
    recipeAfter = List.copyOf(recipeAfter);
  }

  /** One column of an item; blank where there was nothing, or there is nothing any more. */
  public record Difference(ItemColumn column, Cell from, Cell to) {}

  /** A component of a recipe. */
  public record Component(ItemCode item, Quantity quantity) {}

  /** Whether the recipe is another one, or there is none any more. */
  public boolean isRecipeChanged() {
    return !recipeBefore.equals(recipeAfter);
  }
}
