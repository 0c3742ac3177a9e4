package ro.parcurs.crm.catalogue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.UnitPrice;

/** Prices and costs on one set of terms; each item is computed once, however often it is used. */
final class RecipePrices {

  private final Catalogue catalogue;
  private final PricingTerms terms;
  private final boolean skipOthers;
  private final Map<ItemId, Optional<UnitPrice>> prices = new HashMap<>();
  private final Map<ItemId, Optional<UnitPrice>> costs = new HashMap<>();

  RecipePrices(Catalogue catalogue, PricingTerms terms) {
    this(catalogue, terms, false);
  }

  private RecipePrices(Catalogue catalogue, PricingTerms terms, boolean skipOthers) {
    this.catalogue = catalogue;
    this.terms = terms;
    this.skipOthers = skipOthers;
  }

  /** Only what is priced in the currency; the rest counts nothing. */
  static RecipePrices onlyIn(Currency currency, Catalogue catalogue) {
    return new RecipePrices(catalogue, new PricingTerms(currency, Optional.empty()), true);
  }

  UnitPrice price(CatalogueItem item) {
    return priceIn(item).orElseThrow();
  }

  /** Empty only where other currencies are skipped and nothing is priced in this one. */
  Optional<UnitPrice> priceIn(CatalogueItem item) {
    Optional<UnitPrice> known = prices.get(item.id());
    if (known != null) {
      return known;
    }
    Optional<UnitPrice> price =
        item.recipe().isPresent()
            ? priceOf(item.recipe().get())
            : item.price().flatMap(own -> converted(item, own));
    prices.put(item.id(), price);
    return price;
  }

  private Optional<UnitPrice> priceOf(Recipe recipe) {
    BigDecimal sum = BigDecimal.ZERO;
    boolean any = false;
    for (RecipeComponent component : recipe.components()) {
      Optional<UnitPrice> price = priceIn(catalogue.get(component.item()));
      if (price.isPresent()) {
        sum = sum.add(price.get().times(component.quantity()));
        any = true;
      }
    }
    return any ? Optional.of(UnitPrice.rounded(sum, terms.currency())) : Optional.empty();
  }

  /** The item's cost, or what its recipe costs where the cost of every component is known. */
  Optional<UnitPrice> cost(CatalogueItem item) {
    Optional<UnitPrice> known = costs.get(item.id());
    if (known != null) {
      return known;
    }
    Optional<UnitPrice> cost =
        item.recipe().isPresent()
            ? costOf(item.recipe().get())
            : item.cost().flatMap(own -> converted(item, own));
    costs.put(item.id(), cost);
    return cost;
  }

  private Optional<UnitPrice> costOf(Recipe recipe) {
    BigDecimal sum = BigDecimal.ZERO;
    for (RecipeComponent component : recipe.components()) {
      Optional<UnitPrice> cost = cost(catalogue.get(component.item()));
      if (cost.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(cost.get().times(component.quantity()));
    }
    return Optional.of(UnitPrice.rounded(sum, terms.currency()));
  }

  private Optional<UnitPrice> converted(CatalogueItem item, UnitPrice price) {
    if (price.currency() == terms.currency()) {
      return Optional.of(price);
    }
    if (skipOthers) {
      return Optional.empty();
    }
    return Optional.of(
        terms
            .rate()
            .filter(rate -> rate.from() == price.currency())
            .map(price::convert)
            .orElseThrow(
                () -> new ExchangeRateMissing(item.code(), price.currency(), terms.currency())));
  }
}
