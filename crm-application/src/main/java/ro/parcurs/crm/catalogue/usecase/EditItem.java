package ro.parcurs.crm.catalogue.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemDetails;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.OwnPrice;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.timeline.CatalogueEvent.ItemEdited;
import ro.parcurs.crm.timeline.CatalogueEvent.ItemPriceChanged;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Changes what is said of an item, and its price where that is its own. */
public final class EditItem {

  /**
   * @param seen the version that the author of the change has seen
   * @param price missing exactly when the item has a recipe
   */
  public record Command(
      @NotNull ItemId id,
      @NotNull Version seen,
      @NotNull @Valid ItemData item,
      @Valid @Nullable PriceData price) {}

  private final Work work;
  private final Journal journal;
  private final CatalogueItems items;
  private final CatalogueEditing editing;

  @Inject
  public EditItem(Work work, Journal journal, CatalogueItems items, CatalogueEditing editing) {
    this.work = work;
    this.journal = journal;
    this.items = items;
    this.editing = editing;
  }

  /**
   * @throws InvalidInput with every fault; {@code price-or-recipe} when there is neither or both
   * @throws NotFound when there is no such item
   * @throws AlreadyExists when there is another item with the code, which it names
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NotPermitted when the actor may not change the catalogue
   */
  public ItemRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          CatalogueItem before = editing.open(caller.actor(), command.id(), command.seen());
          Stamp by = journal.stamp(caller.actor());
          ItemDetails details =
              command
                  .item()
                  .details(
                      editing.rate(command.item().vatCode(), Optional.of(before.details().vat())));
          Optional<OwnPrice> price = Optional.ofNullable(command.price()).map(PriceData::own);
          if (price.isPresent() == before.recipe().isPresent()) {
            throw InvalidInput.of("price", "price-or-recipe");
          }
          CatalogueItem after = before.edit(details, by);
          if (price.isPresent()) {
            after = after.priceBy(price.get(), by);
          }
          boolean repriced = !after.pricing().equals(before.pricing());
          boolean edited = !details.equals(before.details());
          if (repriced) {
            editing.tryOut(after, Optional.empty());
          }
          if (!repriced && !edited) {
            return ItemRef.unchanged(before);
          }
          items.save(after);
          String code = after.code().value();
          if (edited) {
            journal.write(by, new ItemEdited(after.id(), code));
          }
          if (repriced) {
            journal.write(
                by,
                new ItemPriceChanged(
                    after.id(), code, before.price(), after.price().orElseThrow()));
          }
          return ItemRef.saved(after);
        });
  }
}
