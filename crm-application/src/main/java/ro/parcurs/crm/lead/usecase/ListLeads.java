package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.validation.Given;
import ro.parcurs.crm.work.Slice;
import ro.parcurs.crm.work.Work;

/** The list of leads that the actor may open: searched, filtered, ordered, page by page. */
public final class ListLeads {

  public static final int MAX_LIMIT = 200;

  /**
   * @param after the token of the page, as the page before gave it; missing for the first
   */
  public record Query(
      @NotNull @Valid LeadFilter filter,
      @NotNull @Valid LeadOrder order,
      @Nullable String after,
      @Min(1) @Max(MAX_LIMIT) int limit) {}

  private final Work work;
  private final LeadQueries queries;
  private final AccessPolicy policy;
  private final Users users;
  private final Clock clock;

  @Inject
  public ListLeads(Work work, LeadQueries queries, AccessPolicy policy, Users users, Clock clock) {
    this.work = work;
    this.queries = queries;
    this.policy = policy;
    this.users = users;
    this.clock = clock;
  }

  /**
   * @throws InvalidInput with every fault; {@code format} for a token of another order
   */
  public LeadPage handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          LeadScope scope = policy.scope(actor);
          Instant now = clock.instant();
          LeadOrder order = query.order();
          Optional<LeadCursor> after = cursor(query);
          Slice<LeadListItem> slice =
              Slice.of(
                  query.limit(),
                  limit -> queries.list(scope, query.filter(), now, order, after, limit));
          return new LeadPage(
              slice.rows(),
              slice.next(last -> LeadCursor.after(last, order).token()),
              slice.count(after.isEmpty(), () -> queries.count(scope, query.filter(), now)),
              names(slice.rows()));
        });
  }

  private static Optional<LeadCursor> cursor(Query query) {
    Optional<LeadCursor> after = Given.value(query.after(), LeadCursor::of);
    if (after.isPresent() && !after.get().order().equals(query.order())) {
      throw InvalidInput.of("after", "format");
    }
    return after;
  }

  private Map<UserId, String> names(List<LeadListItem> items) {
    return items.stream()
        .flatMap(
            item ->
                Stream.concat(item.owner().stream(), item.task().stream().map(OpenTask::assignee)))
        .distinct()
        .collect(Collectors.toMap(Function.identity(), users::nameOf));
  }
}
