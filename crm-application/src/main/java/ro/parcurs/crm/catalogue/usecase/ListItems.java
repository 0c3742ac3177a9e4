package ro.parcurs.crm.catalogue.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.work.Slice;
import ro.parcurs.crm.work.Work;

/** The catalogue: searched, filtered, ordered, page by page. */
public final class ListItems {

  public static final int MAX_LIMIT = 200;

  /**
   * @param after where the page begins, as the page before gave it; missing for the first
   */
  public record Query(
      @NotNull @Valid ItemFilter filter,
      @NotNull ItemSort sort,
      @Nullable ItemId after,
      @Min(1) @Max(MAX_LIMIT) int limit) {}

  private final Work work;
  private final ItemQueries queries;
  private final CatalogueItems items;
  private final AccessPolicy policy;

  @Inject
  public ListItems(Work work, ItemQueries queries, CatalogueItems items, AccessPolicy policy) {
    this.work = work;
    this.queries = queries;
    this.items = items;
    this.policy = policy;
  }

  /**
   * @throws NotPermitted when the actor may not see the catalogue
   */
  public ItemPage handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          policy.check(actor, Permission.SEE_CATALOGUE);
          Optional<ItemId> after = Optional.ofNullable(query.after());
          Slice<ItemId> slice =
              Slice.of(
                  query.limit(), limit -> queries.list(query.filter(), query.sort(), after, limit));
          Catalogue catalogue = items.catalogueOf(slice.rows());
          return new ItemPage(
              slice.rows().stream()
                  .map(id -> ItemSummary.of(catalogue.get(id), catalogue))
                  .toList(),
              slice.next(Function.identity()),
              queries.count(query.filter()),
              queries.categories());
        });
  }
}
