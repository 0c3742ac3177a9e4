package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.offer.NotInNegotiation;
import ro.parcurs.crm.offer.OfferExpired;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.timeline.OfferChanged.OfferHandedOver;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Work;

/** Marks a finalised offer as given to the client outside the system. */
public final class HandOverOffer {

  public record Command(@NotNull OfferId offer, @NotNull Version seen) {}

  private final Work work;
  private final OfferEdit offer;

  @Inject
  public HandOverOffer(Work work, OfferEdit offer) {
    this.work = work;
    this.offer = offer;
  }

  /**
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not pursue its lead
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NotInNegotiation when its pursuit is not negotiating
   * @throws NoSuchTransition unless it is finalised
   * @throws OfferExpired when it is no longer valid
   */
  public OfferRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () ->
            offer.edit(
                caller.actor(),
                Permission.PURSUE_LEAD,
                command.offer(),
                command.seen(),
                (before, by) -> before.markHandedOver(offer.today(), by),
                (before, after) -> new OfferHandedOver(after.id(), after.number())));
  }
}
