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

  private final Lists lists;
  private final OfferMapper mapper;
  private final OfferRows rows = new GeneratedOfferRows();

  PostgresOfferQueries(Lists lists, OfferMapper mapper) {
    this.lists = lists;
    this.mapper = mapper;
  }

  @Override
  public List<OfferListItem> list(
      LeadScope scope, OfferFilter filter, LocalDate today, Optional<OfferId> after, int limit) {
    DocumentQuestion<OfferFilter, OfferId> question =
        DocumentQuestion.of(scope, filter, filter.lead(), filter.words(), today, after, limit);
    return lists.reading(() -> question.page(lists, OfferFilter.NONE, mapper::list)).stream()
        .map(row -> rows.item(row, row.state().isLive() && today.isAfter(row.validUntil())))
        .toList();
  }
}
