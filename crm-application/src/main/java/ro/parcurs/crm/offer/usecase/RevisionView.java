package ro.parcurs.crm.offer.usecase;

import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferNumber;
import ro.parcurs.crm.offer.OfferState;

/** One revision among all of its offer. */
public record RevisionView(
    OfferId id, OfferNumber number, OfferState state, Money net, Stamp drafted) {}
