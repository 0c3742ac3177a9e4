package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.lead.usecase.LeadCursor;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadListItem;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.LeadQueries;

/** The lists of leads, with their open responsibilities, as one query each. */
final class PostgresLeadQueries implements LeadQueries {

  private final LeadListMapper mapper;
  private final LeadRows rows = new GeneratedLeadRows();

  PostgresLeadQueries(LeadListMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public List<LeadListItem> list(
      LeadScope scope,
      LeadFilter filter,
      Instant now,
      LeadOrder order,
      Optional<LeadCursor> after,
      int limit) {
    return mapper
        .list(
            scope,
            scope.user().orElse(null),
            filter,
            now,
            order.by(),
            order.descending(),
            LeadCursor.missingDeadline(order),
            after.map(PostgresLeadQueries::place).orElse(null),
            limit)
        .stream()
        .map(rows::item)
        .toList();
  }

  @Override
  public long count(LeadScope scope, LeadFilter filter, Instant now) {
    return mapper.count(scope, scope.user().orElse(null), filter, now);
  }

  private static LeadListMapper.Place place(LeadCursor after) {
    return switch (after.order().by()) {
      case NAME -> new LeadListMapper.Place(after.key(), null, null, after.lead());
      case PRIORITY -> new LeadListMapper.Place(null, after.priority(), null, after.lead());
      case DEADLINE, ADDED, CHANGED ->
          new LeadListMapper.Place(null, null, after.instant(), after.lead());
    };
  }
}
