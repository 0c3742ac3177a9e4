package ro.parcurs.crm.contract.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.work.Slice;
import ro.parcurs.crm.work.Work;

/** The list of contracts of the leads that the actor may open, page by page. */
public final class ListContracts {

  public static final int MAX_LIMIT = 200;

  /**
   * @param after the last contract of the page before; missing for the first page
   */
  public record Query(
      @NotNull @Valid ContractFilter filter,
      @Nullable ContractId after,
      @Min(1) @Max(MAX_LIMIT) int limit) {}

  private final Work work;
  private final ContractQueries queries;
  private final AccessPolicy policy;

  @Inject
  public ListContracts(Work work, ContractQueries queries, AccessPolicy policy) {
    this.work = work;
    this.queries = queries;
    this.policy = policy;
  }

  /** Shows nothing that the actor may not open. */
  public ContractPage handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          Slice<ContractListItem> slice =
              Slice.of(
                  query.limit(),
                  limit ->
                      queries.list(
                          policy.scope(actor),
                          query.filter(),
                          Optional.ofNullable(query.after()),
                          limit));
          return new ContractPage(slice.rows(), slice.next(ContractListItem::id));
        });
  }
}
