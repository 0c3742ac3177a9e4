package ro.parcurs.crm.catalogue.usecase;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.CatalogueTrial;
import ro.parcurs.crm.catalogue.InactiveItems;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemDetails;
import ro.parcurs.crm.catalogue.ItemFault;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemPricing;
import ro.parcurs.crm.catalogue.Recipe;
import ro.parcurs.crm.catalogue.RecipeComponent;
import ro.parcurs.crm.catalogue.usecase.CatalogueRows.ComponentRow;
import ro.parcurs.crm.catalogue.usecase.CatalogueRows.ItemRow;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Refusal;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.spreadsheet.KnownColumn;
import ro.parcurs.crm.spreadsheet.RowFault;
import ro.parcurs.crm.spreadsheet.RowFaults;
import ro.parcurs.crm.validation.CommandValidator;

/**
 * What a workbook makes of the catalogue, all of it, before anything is kept; the preview and the
 * import ask it alike. Items are known by their codes. A cell that is left empty leaves what is
 * known, an item or a recipe that isn't there stays as it is, and a recipe that is replaces the one
 * there was. For one thread.
 */
final class CatalogueMerge {

  /** What the workbook is merged with. */
  record Today(
      Catalogue catalogue, Function<String, Optional<VatRate>> rates, Stamp by, NewIds ids) {}

  /** Gives the items that are new their identities. */
  @FunctionalInterface
  interface NewIds {
    ItemId next();
  }

  /** What becomes of an item. */
  record Merged(Optional<CatalogueItem> before, CatalogueItem after) {

    boolean isRepriced() {
      return before.filter(item -> item.pricing().equals(after.pricing())).isEmpty();
    }

    boolean isEdited() {
      return before.filter(item -> item.details().equals(after.details())).isEmpty();
    }

    boolean isSwitched() {
      return before.filter(item -> item.isActive() == after.isActive()).isEmpty();
    }

    boolean isUnchanged() {
      return !isRepriced() && !isEdited() && !isSwitched();
    }

    /** As it is before it is taken out of what is sold, if it is. */
    CatalogueItem whileSold(Stamp by) {
      return before.isEmpty() || before.get().isActive() ? after.activate(by) : after;
    }
  }

  private final CommandValidator validator;
  private final Today today;
  private final Map<ItemCode, CatalogueItem> known = new HashMap<>();
  private final Map<ItemCode, ItemId> ids = new HashMap<>();
  private final Map<ItemId, ItemCode> codes = new HashMap<>();
  private final Map<ItemCode, ItemRow> itemRows = new LinkedHashMap<>();
  private final Map<ItemCode, List<ComponentRow>> recipes = new LinkedHashMap<>();
  private final Optional<RowFaults<ItemColumn>> itemFaults;
  private final Optional<RowFaults<RecipeColumn>> recipeFaults;
  private final Map<ItemId, Merged> merged = new LinkedHashMap<>();

  CatalogueMerge(
      CatalogueTables tables, CatalogueRows rows, CommandValidator validator, Today today) {
    this.validator = validator;
    this.today = today;
    this.itemFaults = tables.items().map(RowFaults::new);
    this.recipeFaults = tables.recipes().map(RowFaults::new);
    for (CatalogueItem item : today.catalogue().items()) {
      known.put(item.code(), item);
      ids.put(item.code(), item.id());
    }
    tables.items().ifPresent(table -> rows.items(table).forEach(this::take));
    tables.recipes().ifPresent(table -> rows.components(table).forEach(this::take));
    Set<ItemCode> mentioned = new LinkedHashSet<>(itemRows.keySet());
    mentioned.addAll(recipes.keySet());
    ids.forEach((code, id) -> codes.put(id, code));
    mentioned.stream().filter(ids::containsKey).forEach(this::merge);
    tryOut();
  }

  // ---- what it comes to ----

  /** Everything that is wrong, of items first. */
  List<RowFault> faults() {
    List<RowFault> all = new ArrayList<>();
    itemFaults.ifPresent(faults -> all.addAll(faults.all()));
    recipeFaults.ifPresent(faults -> all.addAll(faults.all()));
    return all;
  }

  /** What is wrong with a row of the table of items. */
  List<Violation> itemFaults(int row) {
    return itemFaults.map(faults -> faults.of(row)).orElseGet(List::of);
  }

  /** What is wrong with a row of the table of recipes. */
  List<Violation> recipeFaults(int row) {
    return recipeFaults.map(faults -> faults.of(row)).orElseGet(List::of);
  }

  /** The items whose rows are sound, in the order of the workbook. */
  Collection<Merged> merged() {
    return merged.values();
  }

  /** The code of an item, also of one that is not there yet. */
  ItemCode codeOf(ItemId id) {
    return Objects.requireNonNull(codes.get(id));
  }

  /** What is to be saved: components before what they are in, otherwise by code. */
  List<Merged> inSavingOrder() {
    Map<ItemCode, Merged> byCode = new TreeMap<>();
    merged.values().stream()
        .filter(each -> !each.isUnchanged())
        .forEach(each -> byCode.put(each.after().code(), each));
    Map<ItemId, Merged> ordered = new LinkedHashMap<>();
    byCode.values().forEach(each -> putWithComponents(each, new HashSet<>(), ordered));
    return List.copyOf(ordered.values());
  }

  private void putWithComponents(Merged each, Set<ItemId> under, Map<ItemId, Merged> ordered) {
    ItemId id = each.after().id();
    if (ordered.containsKey(id) || !under.add(id)) {
      return;
    }
    each.after().recipe().stream()
        .flatMap(recipe -> recipe.components().stream())
        .flatMap(component -> Optional.ofNullable(merged.get(component.item())).stream())
        .filter(component -> !component.isUnchanged())
        .forEach(component -> putWithComponents(component, under, ordered));
    ordered.put(id, each);
  }

  /** What the items that the workbook is about are now. */
  ItemsSeen seen() {
    return ItemsSeen.of(
        mentioned().stream()
            .map(
                code ->
                    code
                        + "@"
                        + Optional.ofNullable(known.get(code))
                            .map(item -> String.valueOf(item.version().value()))
                            .orElse(""))
            .toList());
  }

  /** Of the items that the workbook is about, the one that was changed last. */
  Optional<CatalogueItem> lastChanged() {
    return mentioned().stream()
        .flatMap(code -> Optional.ofNullable(known.get(code)).stream())
        .max((a, b) -> a.changed().at().compareTo(b.changed().at()));
  }

  private Set<ItemCode> mentioned() {
    Set<ItemCode> codes = new TreeSet<>(itemRows.keySet());
    codes.addAll(recipes.keySet());
    return codes;
  }

  // ---- rows ----

  private void take(ItemRow row) {
    RowFaults<ItemColumn> faults = itemFaults.orElseThrow();
    faults.add(row.number(), row.faults());
    Optional<ItemCode> code = code(faults, row.number(), ItemColumn.CODE, row.code());
    if (code.isPresent() && itemRows.putIfAbsent(code.get(), row) != null) {
      faults.add(row.number(), ItemColumn.CODE, "code-twice");
    } else {
      code.ifPresent(each -> ids.computeIfAbsent(each, any -> today.ids().next()));
    }
  }

  private void take(ComponentRow row) {
    RowFaults<RecipeColumn> faults = recipeFaults.orElseThrow();
    faults.add(row.number(), row.faults());
    Optional<ItemCode> code = code(faults, row.number(), RecipeColumn.ITEM, row.item());
    code.ifPresent(each -> recipes.computeIfAbsent(each, any -> new ArrayList<>()).add(row));
    if (code.isPresent() && !ids.containsKey(code.get())) {
      faults.add(row.number(), RecipeColumn.ITEM, "unknown-item");
    }
  }

  private static <C extends Enum<C> & KnownColumn> Optional<ItemCode> code(
      RowFaults<C> faults, int row, C column, @Nullable String text) {
    try {
      return Optional.of(ItemCode.of(text == null ? "" : text));
    } catch (InvalidInput fault) {
      faults.add(row, column, fault);
      return Optional.empty();
    }
  }

  // ---- one item ----

  private void merge(ItemCode code) {
    Optional<CatalogueItem> before = Optional.ofNullable(known.get(code));
    Optional<ItemRow> row = Optional.ofNullable(itemRows.get(code));
    Optional<ItemDetails> details =
        row.isPresent() ? details(code, row.get(), before) : before.map(CatalogueItem::details);
    Optional<ItemPricing> pricing =
        recipes.containsKey(code)
            ? recipe(row, recipes.getOrDefault(code, List.of()))
            : row.flatMap(each -> price(each, before));
    if (details.isEmpty() || pricing.isEmpty() || row.filter(this::isFaulty).isPresent()) {
      return;
    }
    Stamp by = today.by();
    CatalogueItem after =
        before
            .map(item -> item.edit(details.get(), by).priceBy(pricing.get(), by))
            .orElseGet(
                () ->
                    CatalogueItem.add(
                        Objects.requireNonNull(ids.get(code)), details.get(), pricing.get(), by));
    boolean active = row.map(ItemRow::active).orElse(after.isActive());
    merged.put(after.id(), new Merged(before, active ? after.activate(by) : after.deactivate(by)));
  }

  private boolean isFaulty(ItemRow row) {
    return itemFaults.filter(faults -> faults.has(row.number())).isPresent();
  }

  private Optional<ItemDetails> details(
      ItemCode code, ItemRow row, Optional<CatalogueItem> before) {
    RowFaults<ItemColumn> faults = itemFaults.orElseThrow();
    Optional<ItemDetails> old = before.map(CatalogueItem::details);
    ItemData data =
        new ItemData(
            code.value(),
            or(row.name(), old.map(ItemDetails::name)),
            or(row.unit(), old.map(ItemDetails::unit)),
            or(row.kind(), old.map(ItemDetails::kind)),
            or(row.category(), old.map(ItemDetails::category)),
            or(row.vatRate(), old.map(each -> each.vat().code())),
            or(
                row.commission(),
                Optional.of(old.map(each -> each.commission().value()).orElse(BigDecimal.ZERO))));
    faults.add(row.number(), validator.faults(data));
    if (data.vatRate() == null) {
      return Optional.empty();
    }
    Optional<VatRate> rate = rate(data.vatCode(), old.map(ItemDetails::vat));
    if (rate.isEmpty()) {
      faults.add(row.number(), ItemColumn.VAT, "unknown-vat-rate");
    }
    return faults.has(row.number()) ? Optional.empty() : rate.map(data::details);
  }

  /**
   * An item keeps the rate that it has until it is given another. Rates are called by codes such as
   * 21, which people also write as a percentage.
   */
  private Optional<VatRate> rate(String said, Optional<VatRate> kept) {
    String bare = said.replaceFirst("\\s*%$", "");
    return kept.filter(rate -> rate.code().equals(said) || rate.code().equals(bare))
        .or(() -> today.rates().apply(said))
        .or(() -> today.rates().apply(bare));
  }

  private Optional<ItemPricing> price(ItemRow row, Optional<CatalogueItem> before) {
    RowFaults<ItemColumn> faults = itemFaults.orElseThrow();
    Optional<UnitPrice> price = before.flatMap(CatalogueItem::price);
    if (row.price() == null && price.isEmpty()) {
      if (before.isEmpty()) {
        faults.add(row.number(), ItemColumn.PRICE, "price-or-recipe");
      } else if (row.cost() != null) {
        faults.add(row.number(), ItemColumn.COST, "price-or-recipe");
      }
      return before.map(CatalogueItem::pricing);
    }
    Optional<UnitPrice> cost = before.flatMap(CatalogueItem::cost);
    Currency currency =
        row.currency() == null
            ? price.map(UnitPrice::currency).orElse(Currency.RON)
            : row.currency();
    if (row.price() == null && isInOther(price, currency)) {
      faults.add(row.number(), ItemColumn.PRICE, "required");
    }
    if (row.cost() == null && isInOther(cost, currency)) {
      faults.add(row.number(), ItemColumn.COST, "required");
    }
    PriceData data =
        new PriceData(
            or(row.price(), price.map(UnitPrice::value)),
            currency,
            or(row.cost(), cost.map(UnitPrice::value)));
    faults.add(row.number(), validator.faults(data));
    return faults.has(row.number()) ? Optional.empty() : Optional.of(data.own());
  }

  private static boolean isInOther(Optional<UnitPrice> price, Currency currency) {
    return price.filter(known -> known.currency() != currency).isPresent();
  }

  private Optional<ItemPricing> recipe(Optional<ItemRow> row, List<ComponentRow> rows) {
    row.filter(each -> each.price() != null)
        .ifPresent(each -> tell(each, ItemColumn.PRICE, "price-or-recipe"));
    row.filter(each -> each.cost() != null)
        .ifPresent(each -> tell(each, ItemColumn.COST, "price-or-recipe"));
    RowFaults<RecipeColumn> faults = recipeFaults.orElseThrow();
    List<RecipeComponent> components = new ArrayList<>();
    Set<ItemId> seen = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      ComponentRow each = rows.get(i);
      Optional<ItemId> item = component(each);
      if (item.isPresent() && !seen.add(item.get())) {
        faults.add(each.number(), RecipeColumn.COMPONENT, "component-twice");
      }
      if (i == Recipe.MAX_COMPONENTS) {
        faults.add(
            each.number(),
            RecipeColumn.ITEM,
            InvalidInput.of("components", "too-many", Map.of("max", Recipe.MAX_COMPONENTS)));
      }
      if (item.isPresent() && !faults.has(each.number())) {
        components.add(
            new RecipeComponent(item.get(), new Quantity(Objects.requireNonNull(each.quantity()))));
      }
    }
    return components.size() == rows.size()
        ? Optional.of(new Recipe(components))
        : Optional.empty();
  }

  private void tell(ItemRow row, ItemColumn column, String code) {
    itemFaults.orElseThrow().add(row.number(), column, code);
  }

  private Optional<ItemId> component(ComponentRow row) {
    RowFaults<RecipeColumn> faults = recipeFaults.orElseThrow();
    Optional<ItemCode> code = code(faults, row.number(), RecipeColumn.COMPONENT, row.component());
    Optional<ItemId> item = code.flatMap(each -> Optional.ofNullable(ids.get(each)));
    if (code.isPresent() && item.isEmpty()) {
      faults.add(row.number(), RecipeColumn.COMPONENT, "unknown-item");
    }
    ComponentData data = new ComponentData(item.orElse(null), row.quantity());
    faults.add(
        row.number(),
        validator.faults(data).stream()
            .filter(fault -> fault.field().equals(RecipeColumn.QUANTITY.field()))
            .toList());
    return item;
  }

  private static <V> @Nullable V or(@Nullable V said, Optional<V> known) {
    return said == null ? known.orElse(null) : said;
  }

  // ---- all items together ----

  private void tryOut() {
    Map<ItemId, CatalogueItem> changed = new LinkedHashMap<>();
    merged.forEach(
        (id, each) -> {
          if (!each.isUnchanged()) {
            changed.put(id, each.whileSold(today.by()));
          }
        });
    while (changed.values().removeIf(item -> lacksComponents(item, changed))) {
      // what is made of an item whose row is at fault can't be tried
    }
    CatalogueTrial trial = today.catalogue().tryOut(changed.values());
    trial.faults().forEach(this::tell);
    changed.values().forEach(item -> requireSold(item, trial));
  }

  private boolean lacksComponents(CatalogueItem item, Map<ItemId, CatalogueItem> changed) {
    return item.recipe().stream()
        .flatMap(recipe -> recipe.components().stream())
        .map(RecipeComponent::item)
        .anyMatch(id -> !changed.containsKey(id) && today.catalogue().find(id).isEmpty());
  }

  private void tell(ItemFault fault) {
    ItemCode code = Objects.requireNonNull(merged.get(fault.item())).after().code();
    List<ComponentRow> rows = recipes.getOrDefault(code, List.of());
    if (!rows.isEmpty()) {
      tell(recipeFaults.orElseThrow(), rows.get(0).number(), RecipeColumn.ITEM, fault);
    } else {
      int row = Objects.requireNonNull(itemRows.get(code)).number();
      tell(itemFaults.orElseThrow(), row, ItemColumn.PRICE, fault);
    }
  }

  private static <C extends Enum<C> & KnownColumn> void tell(
      RowFaults<C> faults, int row, C column, ItemFault fault) {
    if (fault.reason() instanceof Refusal refusal) {
      faults.add(row, column, refusal);
    } else {
      faults.add(row, column, (InvalidInput) fault.reason());
    }
  }

  /** What is no longer sold doesn't come into a recipe that was without it. */
  private void requireSold(CatalogueItem item, CatalogueTrial trial) {
    Merged each = Objects.requireNonNull(merged.get(item.id()));
    Set<ItemId> kept = new HashSet<>();
    each.before()
        .flatMap(CatalogueItem::recipe)
        .ifPresent(recipe -> recipe.components().forEach(component -> kept.add(component.item())));
    for (ComponentRow row : recipes.getOrDefault(item.code(), List.of())) {
      ItemId component =
          Objects.requireNonNull(ids.get(ItemCode.of(String.valueOf(row.component()))));
      List<CatalogueItem> inactive =
          kept.contains(component) ? List.of() : trial.inactiveIn(component);
      if (!inactive.isEmpty()) {
        recipeFaults
            .orElseThrow()
            .add(
                row.number(),
                RecipeColumn.COMPONENT,
                new InactiveItems(inactive.stream().map(CatalogueItem::code).toList()));
      }
    }
  }
}
