package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.offer.Decline;
import ro.parcurs.crm.offer.NotInNegotiation;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.text.Text;
import ro.parcurs.crm.timeline.OfferChanged.OfferDeclined;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Work;

/** Declines to approve a submitted offer, which gives it back to its author as a draft. */
public final class DeclineOffer {

  public record Command(
      @NotNull OfferId offer,
      @NotNull Version seen,
      @NotNull @PlainText(max = Decline.MAX_REASON_LENGTH, required = true) String reason) {}

  private final Work work;
  private final OfferEdit offer;

  @Inject
  public DeclineOffer(Work work, OfferEdit offer) {
    this.work = work;
    this.offer = offer;
  }

  /**
   * @throws InvalidInput when the reason is missing or too long
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not approve offers of its lead
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NotInNegotiation when its pursuit is not negotiating
   * @throws NoSuchTransition unless it is submitted
   */
  public OfferRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () ->
            offer.edit(
                caller.actor(),
                Permission.APPROVE_OFFER,
                command.offer(),
                command.seen(),
                (before, by) -> before.decline(command.reason(), by),
                (before, after) ->
                    new OfferDeclined(after.id(), after.number(), Text.clean(command.reason()))));
  }
}
