package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.offer.NotInNegotiation;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;

/**
 * The one way to an offer: past the access policy of its lead and, in order to change it, past the
 * question whether its pursuit is negotiating. Thread-safe.
 */
public final class OfferGate {

  private final LeadGate leads;
  private final Responsibilities responsibilities;
  private final Offers offers;

  @Inject
  public OfferGate(LeadGate leads, Responsibilities responsibilities, Offers offers) {
    this.leads = leads;
    this.responsibilities = responsibilities;
    this.offers = offers;
  }

  /**
   * Reads an offer in order to show it.
   *
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not see its lead
   */
  public Offer open(Actor actor, OfferId id) {
    Offer offer = offers.get(id);
    leads.check(actor, Permission.SEE_LEAD, offer.lead());
    return offer;
  }

  /**
   * Reads an offer in order to change it.
   *
   * @param seen the version that the author of the change has seen
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not
   * @throws ConcurrentChange when it was changed since
   * @throws NotInNegotiation when its pursuit is not negotiating
   */
  public Offer open(Actor actor, Permission permission, OfferId id, Version seen) {
    Offer offer = offers.get(id);
    leads.check(actor, permission, offer.lead());
    if (!offer.version().equals(seen)) {
      throw new ConcurrentChange(Subject.OFFER, id, offer.changed());
    }
    if (!isNegotiating(offer.lead(), offer.pursuit())) {
      throw new NotInNegotiation();
    }
    return offer;
  }

  /**
   * The pursuit of the lead for which a new offer may be made.
   *
   * @throws NotFound when there is no such lead
   * @throws NotPermitted when the actor may not pursue it
   * @throws NotInNegotiation when no pursuit of it is negotiating
   */
  public PursuitId negotiation(Actor actor, LeadId lead) {
    leads.check(actor, Permission.PURSUE_LEAD, lead);
    return responsibilities
        .findOpen(lead)
        .filter(OfferGate::isNegotiation)
        .map(Responsibility::pursuit)
        .orElseThrow(NotInNegotiation::new);
  }

  /** Whether offers of the pursuit may be changed now. */
  boolean isNegotiating(LeadId lead, PursuitId pursuit) {
    return responsibilities
        .findOpen(lead)
        .filter(OfferGate::isNegotiation)
        .filter(open -> open.pursuit().equals(pursuit))
        .isPresent();
  }

  private static boolean isNegotiation(Responsibility responsibility) {
    return responsibility.step() == Step.OFFER_NEGOTIATION;
  }
}
