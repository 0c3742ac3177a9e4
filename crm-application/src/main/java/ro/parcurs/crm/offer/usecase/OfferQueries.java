package ro.parcurs.crm.offer.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.offer.OfferId;

/** Lists of offers, made by the store itself. */
public interface OfferQueries {

  /**
   * A page of the offers of the leads in the scope, the one drafted last first; of revisions
   * drafted at one moment, the higher.
   *
   * @param today what is expired is so on this day
   * @param after the last offer of the page before; empty for the first page
   * @param limit at least 1
   */
  List<OfferListItem> list(
      LeadScope scope, OfferFilter filter, LocalDate today, Optional<OfferId> after, int limit);
}
