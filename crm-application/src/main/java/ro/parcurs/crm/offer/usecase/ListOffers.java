package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Slice;
import ro.parcurs.crm.work.Work;

/** The list of offers of the leads that the actor may open, page by page. */
public final class ListOffers {

  public static final int MAX_LIMIT = 200;

  /**
   * @param after the last offer of the page before; missing for the first page
   */
  public record Query(
      @NotNull @Valid OfferFilter filter,
      @Nullable OfferId after,
      @Min(1) @Max(MAX_LIMIT) int limit) {}

  private final Work work;
  private final OfferQueries queries;
  private final AccessPolicy policy;
  private final Journal journal;

  @Inject
  public ListOffers(Work work, OfferQueries queries, AccessPolicy policy, Journal journal) {
    this.work = work;
    this.queries = queries;
    this.policy = policy;
    this.journal = journal;
  }

  /** Shows nothing that the actor may not open. */
  public OfferPage handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          Slice<OfferListItem> slice =
              Slice.of(
                  query.limit(),
                  limit ->
                      queries.list(
                          policy.scope(actor),
                          query.filter(),
                          journal.today(),
                          Optional.ofNullable(query.after()),
                          limit));
          return new OfferPage(slice.rows(), slice.next(OfferListItem::id));
        });
  }
}
