package ro.parcurs.crm.timeline;

import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.offer.OfferId;

/** What happened to an offer. */
public sealed interface OfferChanged extends LeadEvent {

  /** An offer was drafted, by hand or from a sheet. */
  record OfferDrafted(OfferId offer, DocumentNumber number, int revision) implements OfferChanged {}
}
