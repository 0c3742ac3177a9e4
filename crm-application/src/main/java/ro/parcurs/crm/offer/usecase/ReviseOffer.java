package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.offer.NotInNegotiation;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.timeline.OfferChanged.OfferRevised;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Begins the next revision of an offer that may no longer be changed: a draft with the same
 * content, which takes its place.
 */
public final class ReviseOffer {

  /**
   * @param validUntil the last day on which the new revision is valid
   */
  public record Command(
      @NotNull OfferId offer,
      @NotNull Version seen,
      @NotNull @FutureOrPresent @Nullable LocalDate validUntil) {}

  private final Work work;
  private final OfferGate gate;
  private final Offers offers;
  private final Journal journal;
  private final Ids ids;

  @Inject
  public ReviseOffer(Work work, OfferGate gate, Offers offers, Journal journal, Ids ids) {
    this.work = work;
    this.gate = gate;
    this.offers = offers;
    this.journal = journal;
    this.ids = ids;
  }

  /**
   * @return the new revision
   * @throws InvalidInput when the date is missing or past
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not pursue its lead
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NotInNegotiation when its pursuit is not negotiating
   * @throws NoSuchTransition unless it is finalised or sent
   */
  public OfferRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          Offer before =
              gate.open(caller.actor(), Permission.PURSUE_LEAD, command.offer(), command.seen());
          Stamp by = journal.stamp(caller.actor());
          Offer.Revised revised =
              before.revise(
                  new OfferId(ids.next()), Objects.requireNonNull(command.validUntil()), by);
          Offer draft = revised.draft();
          offers.save(revised.superseded());
          offers.add(draft);
          journal.write(
              by,
              before.lead(),
              before.pursuit(),
              new OfferRevised(before.id(), before.number(), draft.id(), draft.number()));
          return OfferRef.saved(draft);
        });
  }
}
