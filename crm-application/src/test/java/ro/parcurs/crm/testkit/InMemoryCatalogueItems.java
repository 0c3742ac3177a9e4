package ro.parcurs.crm.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.catalogue.usecase.ItemFilter;
import ro.parcurs.crm.catalogue.usecase.ItemQueries;
import ro.parcurs.crm.catalogue.usecase.ItemSort;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.text.SearchText;

/** The catalogue in memory, and its lists. */
public final class InMemoryCatalogueItems implements CatalogueItems, ItemQueries {

  private final InMemoryAggregates<ItemId, CatalogueItem> items;

  public InMemoryCatalogueItems(InMemoryDatabase database) {
    items =
        new InMemoryAggregates<>(
            Subject.ITEM,
            database.table(),
            CatalogueItem::id,
            CatalogueItem::version,
            CatalogueItem::changed,
            InMemoryCatalogueItems::atVersion);
  }

  @Override
  public void add(CatalogueItem item) {
    requireFreeCode(item);
    requireComponents(item);
    items.add(item);
  }

  @Override
  public CatalogueItem get(ItemId id) {
    return items.get(id);
  }

  @Override
  public void save(CatalogueItem item) {
    requireFreeCode(item);
    requireComponents(item);
    items.save(item);
  }

  private void requireFreeCode(CatalogueItem item) {
    for (CatalogueItem other : items.all()) {
      if (other.code().equals(item.code()) && !other.id().equals(item.id())) {
        throw new AlreadyExists(Subject.ITEM, item.code(), other.id());
      }
    }
  }

  private void requireComponents(CatalogueItem item) {
    item.recipe().stream()
        .flatMap(recipe -> recipe.components().stream())
        .filter(component -> !component.item().equals(item.id()))
        .filter(component -> items.find(component.item()).isEmpty())
        .findFirst()
        .ifPresent(
            missing -> {
              throw new NotFound(Subject.ITEM, missing.item());
            });
  }

  @Override
  public Catalogue catalogueOf(Collection<ItemId> ids) {
    Map<ItemId, CatalogueItem> found = new LinkedHashMap<>();
    ids.forEach(id -> collect(id, found));
    return Catalogue.of(found.values());
  }

  private void collect(ItemId id, Map<ItemId, CatalogueItem> found) {
    Optional<CatalogueItem> item = items.find(id);
    if (item.isPresent() && found.putIfAbsent(id, item.get()) == null) {
      item.get()
          .recipe()
          .ifPresent(
              recipe -> recipe.components().forEach(component -> collect(component.item(), found)));
    }
  }

  @Override
  public Catalogue wholeCatalogue() {
    return Catalogue.of(items.all());
  }

  /** Units of work run one after another here anyway. */
  @Override
  public void lockRecipes() {}

  @Override
  public List<ItemId> list(ItemFilter filter, ItemSort sort, Optional<ItemId> after, int limit) {
    List<ItemId> sorted = new ArrayList<>();
    items.all().stream()
        .filter(item -> matches(item, filter) || after.equals(Optional.of(item.id())))
        .sorted(order(sort))
        .forEach(item -> sorted.add(item.id()));
    int from = after.map(last -> sorted.indexOf(last) + 1).orElse(0);
    return List.copyOf(sorted.subList(from, Math.min(sorted.size(), from + limit)));
  }

  @Override
  public long count(ItemFilter filter) {
    return items.all().stream().filter(item -> matches(item, filter)).count();
  }

  @Override
  public List<String> categories() {
    return items.all().stream()
        .map(item -> item.details().category())
        .distinct()
        .sorted(
            Comparator.<String, String>comparing(SearchText::fold)
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static Comparator<CatalogueItem> order(ItemSort sort) {
    Comparator<CatalogueItem> byCode = Comparator.comparing(CatalogueItem::code);
    return switch (sort) {
      case CODE -> byCode;
      case NAME ->
          Comparator.<CatalogueItem, String>comparing(item -> SearchText.fold(item.name()))
              .thenComparing(byCode);
    };
  }

  private static boolean matches(CatalogueItem item, ItemFilter filter) {
    String searched = ItemFilter.searched(item.details());
    return filter.words().stream().allMatch(searched::contains)
        && (filter.kinds().isEmpty() || filter.kinds().contains(item.details().kind()))
        && (filter.categories().isEmpty()
            || filter.categories().contains(item.details().category()))
        && filter.active().filter(wanted -> wanted != item.isActive()).isEmpty()
        && filter.recipe().filter(wanted -> wanted != item.recipe().isPresent()).isEmpty();
  }

  private static CatalogueItem atVersion(CatalogueItem item, Version version) {
    CatalogueItem.Snapshot state = item.snapshot();
    return CatalogueItem.rebuild(
        new CatalogueItem.Snapshot(
            state.id(),
            state.details(),
            state.pricing(),
            state.active(),
            state.added(),
            state.changed(),
            version));
  }
}
