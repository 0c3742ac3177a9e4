package ro.parcurs.crm.adapter.postgres;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.RecipeComponent;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.catalogue.usecase.ItemFilter;
import ro.parcurs.crm.catalogue.usecase.ItemQueries;
import ro.parcurs.crm.catalogue.usecase.ItemSort;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.text.SearchText;

/** The catalogue in the tables {@code catalogue_item} and {@code recipe_component}. */
final class PostgresCatalogueItems implements CatalogueItems, ItemQueries {

  private static final TypeReference<List<RecipeComponent>> COMPONENTS = new TypeReference<>() {};

  private final PostgresUnitOfWork unit;
  private final CatalogueItemMapper mapper;
  private final Documents documents;
  private final CatalogueItemRows rows = new GeneratedCatalogueItemRows();

  PostgresCatalogueItems(PostgresUnitOfWork unit, Documents documents) {
    this.unit = unit;
    this.mapper = unit.mapper(CatalogueItemMapper.class);
    this.documents = documents;
  }

  @Override
  public void add(CatalogueItem item) {
    if (mapper.insert(rows.row(item.snapshot()), search(item)) == 0) {
      throw new AlreadyExists(
          Subject.ITEM,
          item.code(),
          Optional.ofNullable(mapper.findByCode(item.code())).orElse(item.id()));
    }
    insertComponents(item);
  }

  @Override
  public CatalogueItem get(ItemId id) {
    CatalogueItemRow row = mapper.find(id);
    if (row == null) {
      throw new NotFound(Subject.ITEM, id);
    }
    return item(row);
  }

  @Override
  public void save(CatalogueItem item) {
    int updated =
        unit.colliding(
            () -> mapper.update(rows.row(item.snapshot()), search(item)),
            fault ->
                Guarded.collision(
                    Subject.ITEM, item.code(), mapper.findByCode(item.code()), fault));
    ItemId holder = updated == 0 ? mapper.findByCode(item.code()) : null;
    if (holder != null && !holder.equals(item.id())) {
      throw new AlreadyExists(Subject.ITEM, item.code(), holder);
    }
    Guarded.requireOneRow(updated, Subject.ITEM, item.id(), () -> mapper.findStamp(item.id()));
    mapper.deleteComponents(item.id());
    insertComponents(item);
  }

  private void insertComponents(CatalogueItem item) {
    item.recipe().ifPresent(recipe -> mapper.insertComponents(item.id(), recipe.components()));
  }

  @Override
  public Catalogue catalogueOf(Collection<ItemId> items) {
    return items.isEmpty()
        ? Catalogue.of(List.of())
        : catalogue(mapper.closure(List.copyOf(items)));
  }

  @Override
  public Catalogue wholeCatalogue() {
    return catalogue(mapper.all());
  }

  @Override
  public void lockRecipes() {
    mapper.lockRecipes();
  }

  @Override
  public List<ItemId> list(ItemFilter filter, ItemSort sort, Optional<ItemId> after, int limit) {
    return mapper.list(
        filter,
        filter.active().orElse(null),
        filter.recipe().orElse(null),
        sort,
        after.orElse(null),
        limit);
  }

  @Override
  public long count(ItemFilter filter) {
    return mapper.count(filter, filter.active().orElse(null), filter.recipe().orElse(null));
  }

  @Override
  public List<String> categories() {
    return mapper.categories();
  }

  private Catalogue catalogue(List<CatalogueItemRow> found) {
    return Catalogue.of(found.stream().map(this::item).toList());
  }

  private CatalogueItem item(CatalogueItemRow row) {
    List<RecipeComponent> components =
        row.recipe() == null ? List.of() : documents.read(row.recipe(), COMPONENTS);
    return CatalogueItem.rebuild(rows.item(row, components));
  }

  private static CatalogueItemMapper.Search search(CatalogueItem item) {
    return new CatalogueItemMapper.Search(
        ItemFilter.searched(item.details()),
        SearchText.fold(item.name()),
        SearchText.fold(item.details().category()));
  }
}
