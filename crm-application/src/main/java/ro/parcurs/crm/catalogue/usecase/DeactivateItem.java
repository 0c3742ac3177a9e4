package ro.parcurs.crm.catalogue.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.timeline.CatalogueEvent.ItemDeactivated;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Takes an item out of what can be sold from now on; where it is used, it stays. Does nothing to
 * one that is not sold.
 */
public final class DeactivateItem {

  /**
   * @param seen the version that the author of the change has seen
   */
  public record Command(@NotNull ItemId item, @NotNull Version seen) {}

  private final Work work;
  private final Journal journal;
  private final CatalogueItems items;
  private final CatalogueEditing editing;

  @Inject
  public DeactivateItem(
      Work work, Journal journal, CatalogueItems items, CatalogueEditing editing) {
    this.work = work;
    this.journal = journal;
    this.items = items;
    this.editing = editing;
  }

  /**
   * @throws NotFound when there is no such item
   * @throws ConcurrentChange when the item was changed since it was seen
   * @throws NotPermitted when the actor may not change the catalogue
   */
  public ItemRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          CatalogueItem before = editing.open(caller.actor(), command.item(), command.seen());
          if (!before.isActive()) {
            return ItemRef.unchanged(before);
          }
          Stamp by = journal.stamp(caller.actor());
          CatalogueItem after = before.deactivate(by);
          items.save(after);
          journal.write(by, new ItemDeactivated(after.id(), after.code().value()));
          return ItemRef.saved(after);
        });
  }
}
