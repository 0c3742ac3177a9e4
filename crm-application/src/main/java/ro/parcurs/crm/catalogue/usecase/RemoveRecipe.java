package ro.parcurs.crm.catalogue.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.timeline.CatalogueEvent.ItemPriceChanged;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Puts a price of its own in the place of an item's recipe. */
public final class RemoveRecipe {

  /**
   * @param seen the version that the author of the change has seen
   */
  public record Command(
      @NotNull ItemId item, @NotNull Version seen, @NotNull @Valid PriceData price) {}

  private final Work work;
  private final Journal journal;
  private final CatalogueItems items;
  private final CatalogueEditing editing;

  @Inject
  public RemoveRecipe(Work work, Journal journal, CatalogueItems items, CatalogueEditing editing) {
    this.work = work;
    this.journal = journal;
    this.items = items;
    this.editing = editing;
  }

  /**
   * @throws InvalidInput with every fault
   * @throws NotFound when there is no such item, or it has no recipe
   * @throws ConcurrentChange when the item was changed since it was seen
   * @throws NotPermitted when the actor may not change the catalogue
   */
  public ItemRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          CatalogueItem before = editing.open(caller.actor(), command.item(), command.seen());
          if (before.recipe().isEmpty()) {
            throw new NotFound(Subject.RECIPE, before.code());
          }
          Stamp by = journal.stamp(caller.actor());
          CatalogueItem after = before.priceBy(command.price().own(), by);
          editing.tryOut(after, Optional.empty());
          items.save(after);
          journal.write(
              by,
              new ItemPriceChanged(
                  after.id(), after.code().value(), Optional.empty(), after.price().orElseThrow()));
          return ItemRef.saved(after);
        });
  }
}
