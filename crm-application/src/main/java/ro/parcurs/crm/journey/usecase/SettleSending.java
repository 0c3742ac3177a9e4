package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.SendingState;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferExpired;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.timeline.OfferChanged;
import ro.parcurs.crm.timeline.OfferChanged.OfferMailConfirmed;
import ro.parcurs.crm.timeline.OfferChanged.OfferMailDropped;
import ro.parcurs.crm.timeline.OfferChanged.OfferMailSentAgain;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Decides what becomes of a mail of which nobody knows whether it was sent; also drops one that
 * still waits.
 */
public final class SettleSending {

  /** What a person knows, or wants. */
  public enum Decision {
    /** It has arrived: somebody asked the client, or saw the copy. */
    ARRIVED,
    /** The same mail goes once more; the client may get it twice. */
    SEND_AGAIN,
    /** It is left alone; the offer doesn't count as sent for it. */
    DROP
  }

  /**
   * @param seen the version that the author of the decision has seen
   */
  public record Command(
      @NotNull SendingId sending, @NotNull Version seen, @NotNull Decision decision) {}

  /** The mail as it was left. */
  public record Result(SendingId sending, SendingState state, Version version) {}

  private final Work work;
  private final LeadGate gate;
  private final Outbox outbox;
  private final Offers offers;
  private final SendingEnds ends;
  private final Journal journal;

  @Inject
  public SettleSending(
      Work work, LeadGate gate, Outbox outbox, Offers offers, SendingEnds ends, Journal journal) {
    this.work = work;
    this.gate = gate;
    this.outbox = outbox;
    this.offers = offers;
    this.ends = ends;
    this.journal = journal;
  }

  /**
   * @throws NotFound when there is no such mail, or it is to be sent again and was erased
   * @throws NotPermitted when the actor may not pursue its lead
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NoSuchTransition unless it was perhaps sent, or waits and is dropped; to send it again,
   *     unless the offer is finalised or sent
   * @throws OfferExpired when it is to be sent again and the offer is no longer valid
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          Sending known = outbox.get(command.sending());
          gate.check(caller.actor(), Permission.PURSUE_LEAD, known.lead());
          ends.lockOffer(known);
          Sending before = outbox.get(known.id());
          before.requireSeen(command.seen());
          Stamp by = journal.stamp(caller.actor());
          Offer offer = offers.get(before.offer());
          Sending after = decided(before, command.decision(), offer, by);
          outbox.save(after);
          if (command.decision() == Decision.ARRIVED) {
            ends.offerIsWithClient(before, by.at());
          }
          journal.write(
              by, before.lead(), before.pursuit(), event(before, command.decision(), offer));
          return new Result(after.id(), after.state(), after.version().next());
        });
  }

  private Sending decided(Sending before, Decision decision, Offer offer, Stamp by) {
    return switch (decision) {
      case ARRIVED -> before.confirm(by.at());
      case DROP -> before.drop(by.at());
      case SEND_AGAIN -> {
        Sending again = before.sendAgain(by.at());
        offer.requireSendable(journal.today());
        outbox.messageOf(before.id());
        yield again;
      }
    };
  }

  private static OfferChanged event(Sending sending, Decision decision, Offer offer) {
    return switch (decision) {
      case ARRIVED -> new OfferMailConfirmed(offer.id(), offer.number(), sending.id());
      case SEND_AGAIN -> new OfferMailSentAgain(offer.id(), offer.number(), sending.id());
      case DROP -> new OfferMailDropped(offer.id(), offer.number(), sending.id());
    };
  }
}
