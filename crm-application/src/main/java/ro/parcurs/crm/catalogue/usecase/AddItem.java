package ro.parcurs.crm.catalogue.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.InactiveItems;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemPricing;
import ro.parcurs.crm.catalogue.Recipe;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.timeline.CatalogueEvent.ItemAdded;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Adds an item to the catalogue, with a price of its own or with a recipe. */
public final class AddItem {

  /**
   * @param price missing exactly when there are components
   * @param components of the recipe; empty for an item with a price of its own
   */
  public record Command(
      @NotNull @Valid ItemData item,
      @Valid @Nullable PriceData price,
      @NotNull @Size(max = Recipe.MAX_COMPONENTS) List<@NotNull @Valid ComponentData> components) {

    /** An item with a price of its own. */
    public static Command priced(ItemData item, PriceData price) {
      return new Command(item, price, List.of());
    }

    /** An item with a recipe. */
    public static Command composed(ItemData item, List<ComponentData> components) {
      return new Command(item, null, components);
    }
  }

  private final Work work;
  private final Journal journal;
  private final CatalogueItems items;
  private final CatalogueEditing editing;
  private final Ids ids;

  @Inject
  public AddItem(
      Work work, Journal journal, CatalogueItems items, CatalogueEditing editing, Ids ids) {
    this.work = work;
    this.journal = journal;
    this.items = items;
    this.editing = editing;
    this.ids = ids;
  }

  /**
   * @throws InvalidInput with every fault; {@code price-or-recipe} when there is neither or both
   * @throws AlreadyExists when there is an item with the code, which it names
   * @throws InactiveItems when a component is no longer sold
   * @throws NotPermitted when the actor may not change the catalogue
   */
  public ItemRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          editing.check(caller.actor());
          Stamp by = journal.stamp(caller.actor());
          CatalogueItem item =
              CatalogueItem.add(
                  new ItemId(ids.next()),
                  command.item().details(editing.rate(command.item().vatCode(), Optional.empty())),
                  pricing(command),
                  by);
          if (item.recipe().isPresent()) {
            editing.tryOut(item, Optional.empty());
          }
          items.add(item);
          journal.write(by, new ItemAdded(item.id(), item.code().value()));
          return ItemRef.saved(item);
        });
  }

  private static ItemPricing pricing(Command command) {
    PriceData price = command.price();
    if ((price == null) == command.components().isEmpty()) {
      throw InvalidInput.of("price", "price-or-recipe");
    }
    return price == null ? ComponentData.recipe(command.components()) : price.own();
  }
}
