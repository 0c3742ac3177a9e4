package ro.parcurs.crm.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;

/**
 * The items as they are at one moment, each with everything that its recipe needs. It prices items
 * and takes them apart into lines. No recipe in it leads back to its own item. Immutable.
 */
public final class Catalogue {

  /** Recipes may nest (spec section 5); this deep is more than anybody can follow. */
  public static final int MAX_DEPTH = 10;

  /** No document shows more lines for one item. */
  public static final int MAX_LINES_PER_ITEM = 500;

  private final Map<ItemId, CatalogueItem> items;

  private Catalogue(Map<ItemId, CatalogueItem> items) {
    this.items = items;
  }

  /**
   * A catalogue of these items.
   *
   * @throws CyclicRecipe when a recipe leads back to its own item
   * @throws RecipeTooDeep when recipes are nested deeper than {@value #MAX_DEPTH} levels
   * @throws NotFound when a component is not among the items
   */
  public static Catalogue of(Collection<CatalogueItem> items) {
    Map<ItemId, CatalogueItem> byId = new LinkedHashMap<>();
    items.forEach(item -> byId.put(item.id(), item));
    Catalogue catalogue = new Catalogue(byId);
    new RecipeCheck(catalogue).check(byId.keySet());
    return catalogue;
  }

  /**
   * The catalogue with an item changed or added: how a recipe or a price is tried before it is
   * saved.
   *
   * @throws CyclicRecipe when the recipe leads back to the item; the path begins with the item
   * @throws RecipeTooDeep when recipes would be nested deeper than {@value #MAX_DEPTH} levels
   * @throws NotFound when a component is not in the catalogue
   * @throws InvalidInput {@code recipe-price-out-of-range} when the item, or one that is made of
   *     it, would come to more than a price can be
   */
  public Catalogue with(CatalogueItem item) {
    Map<ItemId, CatalogueItem> changed = new LinkedHashMap<>();
    changed.put(item.id(), item);
    items.forEach(changed::putIfAbsent);
    Catalogue catalogue = new Catalogue(changed);
    new RecipeCheck(catalogue).check(changed.keySet());
    catalogue.requirePrices(item.id());
    return catalogue;
  }

  /**
   * Tries many items changed or added at once: what an import would make of the catalogue.
   *
   * @param changed their components are here or among them
   */
  public CatalogueTrial tryOut(Collection<CatalogueItem> changed) {
    Map<ItemId, CatalogueItem> byId = new LinkedHashMap<>();
    changed.forEach(item -> byId.put(item.id(), item));
    Set<ItemId> tried = new LinkedHashSet<>(byId.keySet());
    items.forEach(byId::putIfAbsent);
    return new CatalogueTrial(new Catalogue(byId), tried);
  }

  private void requirePrices(ItemId item) {
    Set<ItemId> concerned = new LinkedHashSet<>();
    collectUsers(item, concerned);
    for (ItemId id : concerned) {
      try {
        prices(id);
      } catch (InvalidInput tooMuch) {
        throw InvalidInput.of(
            "components", "recipe-price-out-of-range", Map.of("item", get(id).code().value()));
      }
    }
  }

  private void collectUsers(ItemId item, Set<ItemId> found) {
    if (found.add(item)) {
      usersOf(item).forEach(user -> collectUsers(user.id(), found));
    }
  }

  public Collection<CatalogueItem> items() {
    return List.copyOf(items.values());
  }

  public Optional<CatalogueItem> find(ItemId id) {
    return Optional.ofNullable(items.get(id));
  }

  /**
   * @throws NotFound when there is no such item
   */
  public CatalogueItem get(ItemId id) {
    return find(id).orElseThrow(() -> new NotFound(Subject.ITEM, id));
  }

  /**
   * What one unit of an item costs the client before VAT: its own price, or the sum of its recipe,
   * exact, rounded half up to four decimals. A component with a recipe counts with its own rounded
   * price.
   *
   * @throws ExchangeRateMissing when a price is in another currency than the terms have a rate for
   */
  public UnitPrice price(ItemId item, PricingTerms terms) {
    return new RecipePrices(this, terms).price(get(item));
  }

  /**
   * What one unit comes to in each currency that its recipe has prices in; for an item with a price
   * of its own, that one.
   */
  public List<UnitPrice> prices(ItemId item) {
    Map<Currency, UnitPrice> byCurrency = new EnumMap<>(Currency.class);
    for (Currency currency : Currency.values()) {
      RecipePrices.onlyIn(currency, this)
          .priceIn(get(item))
          .ifPresent(price -> byCurrency.put(currency, price));
    }
    return List.copyOf(byCurrency.values());
  }

  /**
   * Takes an item apart into priced lines: its recipe's components, or the item itself where it has
   * no recipe.
   *
   * @throws ExchangeRateMissing when a price is in another currency than the terms have a rate for
   * @throws TooManyLines when there are more than {@value #MAX_LINES_PER_ITEM}
   * @throws InvalidInput {@code too-small-quantity} or {@code out-of-range} when a quantity is not
   *     one after multiplying
   */
  public List<PricedLine> explode(
      ItemId item, Quantity quantity, Explosion explosion, PricingTerms terms) {
    CatalogueItem outermost = get(item);
    List<PricedLine> lines = new ArrayList<>();
    explode(
        outermost, outermost, List.of(quantity), explosion, new RecipePrices(this, terms), lines);
    return List.copyOf(lines);
  }

  private void explode(
      CatalogueItem outermost,
      CatalogueItem item,
      List<Quantity> factors,
      Explosion explosion,
      RecipePrices prices,
      List<PricedLine> lines) {
    boolean apart = factors.size() == 1 || explosion == Explosion.LEAVES;
    Optional<Recipe> recipe = item.recipe().filter(any -> apart);
    if (recipe.isEmpty()) {
      if (lines.size() == MAX_LINES_PER_ITEM) {
        throw new TooManyLines(outermost.code(), MAX_LINES_PER_ITEM);
      }
      lines.add(line(item, Quantity.product(factors), prices));
      return;
    }
    for (RecipeComponent component : recipe.get().components()) {
      List<Quantity> deeper = new ArrayList<>(factors);
      deeper.add(component.quantity());
      explode(outermost, get(component.item()), deeper, explosion, prices, lines);
    }
  }

  private static PricedLine line(CatalogueItem item, Quantity quantity, RecipePrices prices) {
    ItemDetails details = item.details();
    return new PricedLine(
        item.id(),
        details.code(),
        details.name(),
        details.unit(),
        details.kind(),
        details.category(),
        quantity,
        prices.price(item),
        details.vat(),
        details.commission(),
        prices.cost(item));
  }

  /**
   * An item as one line, at its price or at what its recipe comes to.
   *
   * @throws ExchangeRateMissing when a price is in another currency than the terms have a rate for
   */
  public PricedLine line(ItemId item, Quantity quantity, PricingTerms terms) {
    return line(get(item), quantity, new RecipePrices(this, terms));
  }

  /** The items whose recipes hold this one, by code. */
  public List<CatalogueItem> usersOf(ItemId item) {
    return items.values().stream()
        .filter(
            user ->
                user.recipe().stream()
                    .flatMap(recipe -> recipe.components().stream())
                    .anyMatch(component -> component.item().equals(item)))
        .sorted(Comparator.comparing(CatalogueItem::code))
        .toList();
  }

  /** What is no longer sold of an item and all that it is made of, by code. */
  public List<CatalogueItem> inactiveIn(ItemId item) {
    Map<ItemId, CatalogueItem> seen = new LinkedHashMap<>();
    collect(get(item), seen);
    return seen.values().stream()
        .filter(part -> !part.isActive())
        .sorted(Comparator.comparing(CatalogueItem::code))
        .toList();
  }

  /**
   * Insists that an item and all that it is made of is still sold.
   *
   * @throws InactiveItems naming what is not
   */
  public void requireActive(ItemId item) {
    List<CatalogueItem> inactive = inactiveIn(item);
    if (!inactive.isEmpty()) {
      throw new InactiveItems(inactive.stream().map(CatalogueItem::code).toList());
    }
  }

  private void collect(CatalogueItem item, Map<ItemId, CatalogueItem> seen) {
    if (seen.putIfAbsent(item.id(), item) == null) {
      item.recipe()
          .ifPresent(
              recipe -> recipe.components().forEach(part -> collect(get(part.item()), seen)));
    }
  }
}
