package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.offer.NotInNegotiation;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OwnOffer;
import ro.parcurs.crm.timeline.OfferChanged.OfferApproved;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Work;

/** Approves a submitted offer; of several who try at once, one does. */
public final class ApproveOffer {

  public record Command(@NotNull OfferId offer, @NotNull Version seen) {}

  private final Work work;
  private final OfferEdit offer;
  private final AccessPolicy policy;

  @Inject
  public ApproveOffer(Work work, OfferEdit offer, AccessPolicy policy) {
    this.work = work;
    this.offer = offer;
    this.policy = policy;
  }

  /**
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not approve offers of its lead
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NotInNegotiation when its pursuit is not negotiating
   * @throws NoSuchTransition unless it is submitted
   * @throws OwnOffer when the actor wrote it and the policy does not let authors approve
   */
  public OfferRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          boolean ownAllowed = policy.permits(caller.actor(), Permission.APPROVE_OWN_OFFER);
          return offer.edit(
              caller.actor(),
              Permission.APPROVE_OFFER,
              command.offer(),
              command.seen(),
              (before, by) -> before.approve(ownAllowed, by),
              (before, after) -> new OfferApproved(after.id(), after.number()));
        });
  }
}
