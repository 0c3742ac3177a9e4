package ro.parcurs.crm.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.LeadSearch;
import ro.parcurs.crm.money.Totals;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.usecase.OfferFilter;
import ro.parcurs.crm.offer.usecase.OfferListItem;
import ro.parcurs.crm.offer.usecase.OfferQueries;
import ro.parcurs.crm.text.SearchText;

/** The lists of the offers in memory. */
public final class InMemoryOfferQueries implements OfferQueries {

  private final InMemoryOffers offers;
  private final InMemoryLeads leads;

  public InMemoryOfferQueries(InMemoryOffers offers, InMemoryLeads leads) {
    this.offers = offers;
    this.leads = leads;
  }

  @Override
  public List<OfferListItem> list(
      LeadScope scope, OfferFilter filter, LocalDate today, Optional<OfferId> after, int limit) {
    Optional<Offer> last = after.map(offers::get);
    return offers.all(offer -> scope.contains(leads.access(lead(offer)))).stream()
        .filter(offer -> filter.lead() == null || offer.lead().equals(filter.lead()))
        .filter(offer -> filter.states().isEmpty() || filter.states().contains(offer.state()))
        .filter(offer -> !filter.expired() || offer.isExpired(today))
        .filter(offer -> isSearched(offer, filter.folded()))
        .filter(
            offer ->
                last.filter(end -> InMemoryOffers.NEWEST_FIRST.compare(offer, end) <= 0).isEmpty())
        .limit(limit)
        .map(offer -> item(offer, today))
        .toList();
  }

  private boolean isSearched(Offer offer, String folded) {
    Lead lead = lead(offer);
    return SearchText.fold(offer.number().toString()).contains(folded)
        || LeadSearch.nameKey(lead).contains(folded)
        || lead.cui().toString().contains(folded);
  }

  private Lead lead(Offer offer) {
    return leads.get(offer.lead());
  }

  private OfferListItem item(Offer offer, LocalDate today) {
    Lead lead = lead(offer);
    Totals totals = offer.figures().totals();
    return new OfferListItem(
        offer.id(),
        offer.number(),
        offer.state(),
        offer.isExpired(today),
        lead.id(),
        lead.company().name(),
        lead.cui(),
        totals.net(),
        totals.gross(),
        offer.content().validUntil(),
        offer.milestones().drafted());
  }
}
