package ro.parcurs.crm.evaluation.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.work.Slice;
import ro.parcurs.crm.work.Work;

/** The sheets of the leads that the actor may open: searched, filtered, the newest first. */
public final class ListSheets {

  public static final int MAX_LIMIT = 200;

  /**
   * @param after where the page begins, as the page before gave it; missing for the first
   */
  public record Query(
      @NotNull @Valid SheetFilter filter,
      @Nullable SheetId after,
      @Min(1) @Max(MAX_LIMIT) int limit) {}

  private final Work work;
  private final SheetQueries queries;
  private final AccessPolicy policy;

  @Inject
  public ListSheets(Work work, SheetQueries queries, AccessPolicy policy) {
    this.work = work;
    this.queries = queries;
    this.policy = policy;
  }

  public SheetPage handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          LeadScope scope = policy.scope(actor);
          Optional<SheetId> after = Optional.ofNullable(query.after());
          Slice<SheetListItem> slice =
              Slice.of(query.limit(), limit -> queries.list(scope, query.filter(), after, limit));
          return new SheetPage(
              slice.rows(),
              slice.next(SheetListItem::id),
              slice.count(after.isEmpty(), () -> queries.count(scope, query.filter())));
        });
  }
}
