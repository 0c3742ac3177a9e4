package ro.parcurs.crm.adapter.postgres;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.usecase.OfferFilter;
import ro.parcurs.crm.offer.usecase.OfferListItem;
import ro.parcurs.crm.offer.usecase.OfferQueries;

/** The lists of offers, with the companies they are made to. */
final class PostgresOfferQueries implements OfferQueries {

  private final OfferMapper mapper;
  private final OfferRows rows = new GeneratedOfferRows();

  PostgresOfferQueries(OfferMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public List<OfferListItem> list(
      LeadScope scope, OfferFilter filter, LocalDate today, Optional<OfferId> after, int limit) {
    return mapper
        .list(
            scope,
            scope.user().orElse(null),
            filter,
            filter.lead(),
            filter.folded(),
            today,
            after.orElse(null),
            limit)
        .stream()
        .map(row -> rows.item(row, row.state().isLive() && today.isAfter(row.validUntil())))
        .toList();
  }
}
