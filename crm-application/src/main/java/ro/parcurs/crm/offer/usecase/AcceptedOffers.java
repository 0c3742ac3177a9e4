package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import java.util.Optional;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.pursuit.PursuitId;

/** What the client said yes to. Thread-safe. */
public final class AcceptedOffers {

  private final Offers offers;

  @Inject
  public AcceptedOffers(Offers offers) {
    this.offers = offers;
  }

  /** The accepted offer of the pursuit; there is at most one, and it is the newest revision. */
  public Optional<Offer> find(PursuitId pursuit) {
    return offers.findNewest(pursuit).filter(offer -> offer.state() == OfferState.ACCEPTED);
  }
}
