package ro.parcurs.crm.offer.usecase;

import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferNumber;
import ro.parcurs.crm.offer.OfferState;

/** An offer as it was left by a command, for the next one. */
public record OfferRef(OfferId id, OfferNumber number, OfferState state, Version version) {

  /** The offer as it is once this copy of it is saved. */
  static OfferRef saved(Offer offer) {
    return new OfferRef(offer.id(), offer.number(), offer.state(), offer.version().next());
  }

  /** The offer, left as it was. */
  static OfferRef unchanged(Offer offer) {
    return new OfferRef(offer.id(), offer.number(), offer.state(), offer.version());
  }
}
