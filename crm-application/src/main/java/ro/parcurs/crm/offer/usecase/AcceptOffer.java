package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.offer.AcceptedByClosing;
import ro.parcurs.crm.offer.NotInNegotiation;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.pursuit.NotYet;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.timeline.OfferChanged.OfferAccepted;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * The client says yes in a pursuit that was begun at the contracting (spec section 3 allows it), so
 * that its offer too becomes the accepted one that the contract needs. Elsewhere closing the
 * negotiation says so.
 */
public final class AcceptOffer {

  /**
   * @param seen the version of the offer that the author of the command has seen
   * @param expiryConfirmed whether an expired offer stands all the same
   */
  public record Command(@NotNull OfferId offer, @NotNull Version seen, boolean expiryConfirmed) {}

  private final Work work;
  private final OfferGate gate;
  private final Responsibilities responsibilities;
  private final Offers offers;
  private final Journal journal;

  @Inject
  public AcceptOffer(
      Work work,
      OfferGate gate,
      Responsibilities responsibilities,
      Offers offers,
      Journal journal) {
    this.work = work;
    this.gate = gate;
    this.responsibilities = responsibilities;
    this.offers = offers;
    this.journal = journal;
  }

  /**
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not pursue its lead
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NotInNegotiation when its pursuit takes no offers now
   * @throws AcceptedByClosing when the pursuit is still at the negotiation
   * @throws NotYet when it is not with the client, or has expired and that was not confirmed
   */
  public OfferRef handle(Caller caller, Command command) {
    return work.inTransaction(caller, command, () -> accept(caller.actor(), command));
  }

  private OfferRef accept(Actor actor, Command command) {
    Offer offer = gate.open(actor, Permission.PURSUE_LEAD, command.offer(), command.seen());
    Responsibility open =
        responsibilities.findOpen(offer.lead()).orElseThrow(NotInNegotiation::new);
    if (open.step() != Step.CONTRACTING) {
      throw new AcceptedByClosing();
    }
    open.requireAcceptable(offer.standing(journal.today()), command.expiryConfirmed());
    Stamp by = journal.stamp(actor);
    Offer accepted = offer.accept(by);
    offers.save(accepted);
    journal.write(
        by,
        accepted.lead(),
        accepted.pursuit(),
        new OfferAccepted(accepted.id(), accepted.number(), accepted.figures().totals().net()));
    return OfferRef.saved(accepted);
  }
}
