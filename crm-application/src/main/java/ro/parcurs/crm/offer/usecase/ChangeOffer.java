package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.offer.NotInNegotiation;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.timeline.OfferChanged.OfferEdited;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Work;

/** Replaces the content of a draft. */
public final class ChangeOffer {

  public record Command(
      @NotNull OfferId offer, @NotNull Version seen, @NotNull @Valid OfferData content) {}

  private final Work work;
  private final OfferEdit offer;
  private final OfferWriter writer;

  @Inject
  public ChangeOffer(Work work, OfferEdit offer, OfferWriter writer) {
    this.work = work;
    this.offer = offer;
    this.writer = writer;
  }

  /**
   * @throws InvalidInput with every fault
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not pursue its lead
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NotInNegotiation when its pursuit is not negotiating
   * @throws NoSuchTransition unless it is a draft
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
                (before, by) ->
                    before.change(
                        writer.write(command.content(), Optional.of(before.content())), by),
                (before, after) ->
                    new OfferEdited(
                        after.id(),
                        after.number(),
                        before.figures().totals().net(),
                        after.figures().totals().net())));
  }
}
