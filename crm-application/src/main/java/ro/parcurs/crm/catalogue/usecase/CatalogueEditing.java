package ro.parcurs.crm.catalogue.usecase;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.InactiveItems;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.Recipe;
import ro.parcurs.crm.catalogue.RecipeComponent;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.work.Journal;

/** What all changes of the catalogue have to observe. */
public final class CatalogueEditing {

  private final CatalogueItems items;
  private final VatRateBook vatRates;
  private final AccessPolicy policy;
  private final Journal journal;

  @Inject
  public CatalogueEditing(
      CatalogueItems items, VatRateBook vatRates, AccessPolicy policy, Journal journal) {
    this.items = items;
    this.vatRates = vatRates;
    this.policy = policy;
    this.journal = journal;
  }

  void check(Actor actor) {
    policy.check(actor, Permission.CHANGE_CATALOGUE);
  }

  /** The item to be changed, at the version that the author of the change has seen. */
  CatalogueItem open(Actor actor, ItemId id, Version seen) {
    check(actor);
    CatalogueItem item = items.get(id);
    if (!item.version().equals(seen)) {
      throw new ConcurrentChange(Subject.ITEM, id, item.changed());
    }
    return item;
  }

  /**
   * The rate with the code today; an item that has it already may keep it after its end.
   *
   * @throws InvalidInput {@code unknown-vat-rate}
   */
  VatRate rate(String code, Optional<VatRate> kept) {
    return vatRates
        .current()
        .rates()
        .find(code.strip(), journal.today())
        .or(() -> kept.filter(rate -> rate.code().equals(code.strip())))
        .orElseThrow(() -> InvalidInput.of("item.vatRate", "unknown-vat-rate"));
  }

  /**
   * Tries what the catalogue would be with the item, while nobody else can change a recipe.
   *
   * @throws InactiveItems when the recipe has a new component that is no longer sold
   */
  void tryOut(CatalogueItem item, Optional<Recipe> before) {
    items.lockRecipes();
    Catalogue catalogue = items.wholeCatalogue().with(item);
    Set<ItemId> kept = new HashSet<>();
    before.ifPresent(
        recipe -> recipe.components().forEach(component -> kept.add(component.item())));
    List<ItemCode> inactive =
        item.recipe().stream()
            .flatMap(recipe -> recipe.components().stream())
            .map(RecipeComponent::item)
            .filter(component -> !kept.contains(component))
            .flatMap(component -> catalogue.inactiveIn(component).stream())
            .map(CatalogueItem::code)
            .distinct()
            .sorted()
            .toList();
    if (!inactive.isEmpty()) {
      throw new InactiveItems(inactive);
    }
  }
}
