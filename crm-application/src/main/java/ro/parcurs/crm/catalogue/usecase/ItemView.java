package ro.parcurs.crm.catalogue.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;

/**
 * An item with everything that belongs to it.
 *
 * @param price of its own; empty where it has a recipe
 * @param cost of its own; empty also where the actor may not see it
 * @param components of its recipe; empty where it has none
 * @param usedIn the items whose recipes hold it
 * @param notSold what of it is no longer sold, itself included
 * @param mayChange whether the actor may change it
 */
public record ItemView(
    ItemSummary summary,
    Optional<UnitPrice> price,
    Optional<UnitPrice> cost,
    List<Component> components,
    List<ItemSummary> usedIn,
    List<ItemCode> notSold,
    Stamp changed,
    Version version,
    boolean mayChange) {

  /** A component with how much of it one unit takes. */
  public record Component(ItemSummary item, Quantity quantity) {}

  public ItemView {
    components = List.copyOf(components);
    usedIn = List.copyOf(usedIn);
    notSold = List.copyOf(notSold);
  }
}
