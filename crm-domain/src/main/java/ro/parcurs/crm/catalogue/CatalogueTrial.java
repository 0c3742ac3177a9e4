package ro.parcurs.crm.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.money.Currency;

/**
 * A catalogue in which many items were changed or added at once, before anything of it is saved. It
 * may be unsound, and goes on after a fault, so that all are told at once. For one thread.
 */
public final class CatalogueTrial {

  private final Catalogue catalogue;
  private final Set<ItemId> changed;
  private final RecipeCheck recipes;
  private final Map<Currency, RecipePrices> prices = new EnumMap<>(Currency.class);
  private final Map<ItemId, CrmException> faults = new LinkedHashMap<>();

  CatalogueTrial(Catalogue catalogue, Set<ItemId> changed) {
    this.catalogue = catalogue;
    this.changed = changed;
    this.recipes = new RecipeCheck(catalogue);
    for (Currency currency : Currency.values()) {
      prices.put(currency, RecipePrices.onlyIn(currency, catalogue));
    }
  }

  /**
   * What {@link Catalogue#with} would refuse. Each fault is told of a changed item, since the
   * catalogue was sound before; none when all of it is.
   */
  public List<ItemFault> faults() {
    changed.forEach(this::checkRecipe);
    catalogue.items().stream()
        .map(CatalogueItem::id)
        .filter(item -> !changed.contains(item))
        .forEach(this::checkRecipe);
    catalogue.items().stream().filter(item -> recipes.isSound(item.id())).forEach(this::checkPrice);
    List<ItemFault> told = new ArrayList<>();
    faults.forEach((item, reason) -> told.add(new ItemFault(item, reason)));
    return told;
  }

  /** What is no longer sold of an item and all that it is made of, by code. */
  public List<CatalogueItem> inactiveIn(ItemId item) {
    return catalogue.inactiveIn(item);
  }

  private void checkRecipe(ItemId item) {
    try {
      recipes.check(item);
    } catch (CyclicRecipe cycle) {
      tell(onCycle(item, cycle), cycle);
    } catch (RecipeTooDeep deep) {
      tell(changedIn(item, new HashSet<>()), deep);
    }
  }

  private void checkPrice(CatalogueItem item) {
    try {
      prices.values().forEach(each -> each.priceIn(item));
    } catch (InvalidInput tooMuch) {
      tell(
          changedIn(item.id(), new HashSet<>()),
          InvalidInput.of(
              "components", "recipe-price-out-of-range", Map.of("item", item.code().value())));
    }
  }

  private void tell(List<ItemId> of, CrmException reason) {
    of.stream().limit(1).forEach(item -> faults.putIfAbsent(item, reason));
  }

  /** The item itself, or else the changed ones on the cycle that it leads to. */
  private List<ItemId> onCycle(ItemId item, CyclicRecipe cycle) {
    List<ItemId> onPath =
        catalogue.items().stream()
            .filter(each -> cycle.path().contains(each.code()))
            .map(CatalogueItem::id)
            .filter(changed::contains)
            .toList();
    return onPath.contains(item) ? List.of(item) : onPath;
  }

  /** The item itself, or else the changed ones that it is made of. */
  private List<ItemId> changedIn(ItemId item, Set<ItemId> seen) {
    if (changed.contains(item)) {
      return List.of(item);
    }
    List<ItemId> found = new ArrayList<>();
    if (seen.add(item)) {
      catalogue
          .get(item)
          .recipe()
          .ifPresent(
              recipe ->
                  recipe
                      .components()
                      .forEach(component -> found.addAll(changedIn(component.item(), seen))));
    }
    return found;
  }
}
