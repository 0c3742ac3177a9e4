package ro.parcurs.crm.order.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Slice;
import ro.parcurs.crm.work.Work;

/** The list of client orders of the leads that the actor may open, page by page. */
public final class ListOrders {

  public static final int MAX_LIMIT = 200;

  /**
   * @param after the last order of the page before; missing for the first page
   */
  public record Query(
      @NotNull @Valid OrderFilter filter,
      @Nullable OrderId after,
      @Min(1) @Max(MAX_LIMIT) int limit) {}

  private final Work work;
  private final Journal journal;
  private final OrderQueries queries;
  private final AccessPolicy policy;

  @Inject
  public ListOrders(Work work, Journal journal, OrderQueries queries, AccessPolicy policy) {
    this.work = work;
    this.journal = journal;
    this.queries = queries;
    this.policy = policy;
  }

  /** Shows nothing that the actor may not open. */
  public OrderPage handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          Slice<OrderListItem> slice =
              Slice.of(
                  query.limit(),
                  limit ->
                      queries.list(
                          policy.scope(actor),
                          query.filter(),
                          journal.today(),
                          Optional.ofNullable(query.after()),
                          limit));
          return new OrderPage(slice.rows(), slice.next(OrderListItem::id));
        });
  }
}
