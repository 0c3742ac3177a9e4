package ro.parcurs.crm.offer.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.offer.OfferId;

/**
 * A page of the list of offers.
 *
 * @param next what to ask the next page with; empty on the last one
 */
public record OfferPage(List<OfferListItem> items, Optional<OfferId> next) {

  public OfferPage {
    items = List.copyOf(items);
  }
}
