package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import java.util.Optional;
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
  private final AcceptedOffers accepted;

  @Inject
  public OfferGate(
      LeadGate leads, Responsibilities responsibilities, Offers offers, AcceptedOffers accepted) {
    this.leads = leads;
    this.responsibilities = responsibilities;
    this.offers = offers;
    this.accepted = accepted;
  }

  /**
   * Reads an offer in order to show it.
   *
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not see its lead
   */
  public Offer open(Actor actor, OfferId id) {
    return open(actor, Permission.SEE_LEAD, id);
  }

  /** The same for who may do more than see its lead; it can be changed meanwhile. */
  Offer open(Actor actor, Permission permission, OfferId id) {
    Offer offer = offers.get(id);
    leads.check(actor, permission, offer.lead());
    return offer;
  }

  /**
   * Reads an offer in order to change or send it; while that goes on, nobody closes the
   * responsibility that it belongs to.
   *
   * @param seen the version that the author of the change has seen
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not
   * @throws ConcurrentChange when it was changed since
   * @throws NotInNegotiation when its pursuit is not negotiating
   */
  public Offer open(Actor actor, Permission permission, OfferId id, Version seen) {
    Offer known = offers.get(id);
    leads.check(actor, permission, known.lead());
    Optional<Responsibility> open = responsibilities.lockOpen(known.lead());
    Offer offer = offers.get(id);
    if (!offer.version().equals(seen)) {
      throw new ConcurrentChange(Subject.OFFER, id, offer.changed());
    }
    if (open.filter(task -> isNegotiation(task, offer.pursuit())).isEmpty()) {
      throw new NotInNegotiation();
    }
    return offer;
  }

  /**
   * The pursuit of the lead for which a new offer may be made; while that goes on, nobody closes
   * its responsibility.
   *
   * @throws NotFound when there is no such lead
   * @throws NotPermitted when the actor may not pursue it
   * @throws NotInNegotiation when no pursuit of it is negotiating
   */
  public PursuitId negotiation(Actor actor, LeadId lead) {
    leads.check(actor, Permission.PURSUE_LEAD, lead);
    return responsibilities
        .lockOpen(lead)
        .filter(this::isNegotiation)
        .map(Responsibility::pursuit)
        .orElseThrow(NotInNegotiation::new);
  }

  /** The step at which offers of the pursuit may be changed now; empty when they may not. */
  Optional<Step> negotiatedAt(LeadId lead, PursuitId pursuit) {
    return responsibilities
        .findOpen(lead)
        .filter(open -> isNegotiation(open, pursuit))
        .map(Responsibility::step);
  }

  private boolean isNegotiation(Responsibility open, PursuitId pursuit) {
    return open.pursuit().equals(pursuit) && isNegotiation(open);
  }

  /** Who begins a pursuit at the contracting makes, or enters, the offer there. */
  private boolean isNegotiation(Responsibility open) {
    return open.step() == Step.OFFER_NEGOTIATION
        || (open.step() == Step.CONTRACTING && accepted.find(open.pursuit()).isEmpty());
  }
}
