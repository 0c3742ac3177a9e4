package ro.parcurs.crm.catalogue.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.CyclicRecipe;
import ro.parcurs.crm.catalogue.InactiveItems;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.Recipe;
import ro.parcurs.crm.catalogue.RecipeTooDeep;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.timeline.CatalogueEvent.RecipeSaved;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Gives an item a recipe, or another one; a price of its own ends with that. */
public final class SaveRecipe {

  /**
   * @param seen the version that the author of the change has seen
   * @param components in the order in which documents list them
   */
  public record Command(
      @NotNull ItemId item,
      @NotNull Version seen,
      @NotNull @Size(min = 1, max = Recipe.MAX_COMPONENTS)
          List<@NotNull @Valid ComponentData> components) {}

  private final Work work;
  private final Journal journal;
  private final CatalogueItems items;
  private final CatalogueEditing editing;

  @Inject
  public SaveRecipe(Work work, Journal journal, CatalogueItems items, CatalogueEditing editing) {
    this.work = work;
    this.journal = journal;
    this.items = items;
    this.editing = editing;
  }

  /**
   * @throws InvalidInput with every fault; {@code component-twice}, {@code
   *     recipe-price-out-of-range}
   * @throws CyclicRecipe when the recipe leads back to the item, also through other recipes
   * @throws RecipeTooDeep when recipes would be nested too deep
   * @throws InactiveItems when a new component is no longer sold
   * @throws NotFound when there is no such item, or no such component
   * @throws ConcurrentChange when the item was changed since it was seen
   * @throws NotPermitted when the actor may not change the catalogue
   */
  public ItemRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          CatalogueItem before = editing.open(caller.actor(), command.item(), command.seen());
          Stamp by = journal.stamp(caller.actor());
          Recipe recipe = ComponentData.recipe(command.components());
          if (before.pricing().equals(recipe)) {
            return ItemRef.unchanged(before);
          }
          CatalogueItem after = before.priceBy(recipe, by);
          editing.tryOut(after, before.recipe());
          items.save(after);
          journal.write(
              by, new RecipeSaved(after.id(), after.code().value(), recipe.components().size()));
          return ItemRef.saved(after);
        });
  }
}
