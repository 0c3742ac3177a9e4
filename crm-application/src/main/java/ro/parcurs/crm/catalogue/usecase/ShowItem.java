package ro.parcurs.crm.catalogue.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.work.Work;

/** An item with its recipe and the recipes that it is in. */
public final class ShowItem {

  public record Query(@NotNull ItemId item) {}

  private final Work work;
  private final CatalogueItems items;
  private final AccessPolicy policy;

  @Inject
  public ShowItem(Work work, CatalogueItems items, AccessPolicy policy) {
    this.work = work;
    this.items = items;
    this.policy = policy;
  }

  /**
   * @throws NotFound when there is no such item
   * @throws NotPermitted when the actor may not see the catalogue
   */
  public ItemView handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          policy.check(actor, Permission.SEE_CATALOGUE);
          Catalogue catalogue = items.wholeCatalogue();
          CatalogueItem item = catalogue.get(query.item());
          boolean mayChange = policy.permits(actor, Permission.CHANGE_CATALOGUE);
          boolean seesCost = mayChange || policy.permits(actor, Permission.SEE_MARGIN);
          Optional<UnitPrice> cost = item.cost().filter(any -> seesCost);
          return new ItemView(
              ItemSummary.of(item, catalogue),
              item.price(),
              cost,
              components(item, catalogue),
              catalogue.usersOf(item.id()).stream()
                  .map(user -> ItemSummary.of(user, catalogue))
                  .toList(),
              catalogue.inactiveIn(item.id()).stream().map(CatalogueItem::code).toList(),
              item.changed(),
              item.version(),
              mayChange);
        });
  }

  private static List<ItemView.Component> components(CatalogueItem item, Catalogue catalogue) {
    return item.recipe().stream()
        .flatMap(recipe -> recipe.components().stream())
        .map(
            component ->
                new ItemView.Component(
                    ItemSummary.of(catalogue.get(component.item()), catalogue),
                    component.quantity()))
        .toList();
  }
}
