package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.Trouble;
import ro.parcurs.crm.mail.usecase.Delivery;
import ro.parcurs.crm.mail.usecase.MailPatience;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferExpired;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.timeline.OfferChanged;
import ro.parcurs.crm.timeline.OfferChanged.OfferMailDelayed;
import ro.parcurs.crm.timeline.OfferChanged.OfferMailFailed;
import ro.parcurs.crm.timeline.OfferChanged.OfferMailPerhapsSent;
import ro.parcurs.crm.timeline.OfferChanged.OfferMailSent;
import ro.parcurs.crm.work.Journal;

/**
 * What follows from the end of an attempt: for the sending, for its offer, on the timeline, in the
 * name of who sent it. Everything here happens inside a unit of work. Thread-safe.
 */
public final class SendingEnds {

  private final Outbox outbox;
  private final Offers offers;
  private final Responsibilities responsibilities;
  private final MailPatience patience;
  private final Journal journal;
  private final Clock clock;

  @Inject
  public SendingEnds(
      Outbox outbox,
      Offers offers,
      Responsibilities responsibilities,
      MailPatience patience,
      Journal journal,
      Clock clock) {
    this.outbox = outbox;
    this.offers = offers;
    this.responsibilities = responsibilities;
    this.patience = patience;
    this.journal = journal;
    this.clock = clock;
  }

  /** Whether the offer may still be sent: it was not revised meanwhile, did not end or expire. */
  boolean isStillSendable(Sending sending) {
    try {
      offers.get(sending.offer()).requireSendable(journal.today());
      return true;
    } catch (NoSuchTransition | OfferExpired withdrawn) {
      return false;
    }
  }

  /**
   * Keeps others from changing the offer until the unit of work ends. Whoever changes both locks
   * this first.
   */
  void lockOffer(Sending sending) {
    responsibilities.lockOpen(sending.lead());
  }

  /** What the server, or the lack of it, made of an attempt. */
  void ended(Sending sending, Delivery delivery) {
    if (delivery instanceof Delivery.Accepted accepted) {
      delivered(sending, accepted);
    } else if (delivery instanceof Delivery.Deferred deferred) {
      delayed(sending, deferred.trouble(), deferred.answer());
    } else if (delivery instanceof Delivery.Rejected rejected) {
      givenUp(sending, rejected.trouble(), rejected.answer());
    } else if (delivery instanceof Delivery.Unknown unknown) {
      lostSight(sending, unknown.trouble());
    }
  }

  private void delivered(Sending sending, Delivery.Accepted accepted) {
    Instant now = clock.instant();
    outbox.save(sending.deliver(Optional.of(accepted.said()), now));
    Offer offer = offerIsWithClient(sending, now);
    tell(
        sending,
        now,
        new OfferMailSent(
            offer.id(), offer.number(), sending.id(), sending.messageId(), sending.attempts()));
  }

  /** The client has the offer, unless somebody withdrew it while it was under way. */
  Offer offerIsWithClient(Sending sending, Instant now) {
    Offer offer = offers.get(sending.offer());
    if (isStillSendable(sending)) {
      offers.save(offer.markSent(journal.today(), by(sending, now)));
    }
    return offer;
  }

  void delayed(Sending sending, Trouble trouble, Optional<Delivery.Answer> answer) {
    Instant now = clock.instant();
    Optional<Instant> next = patience.nextAttempt(sending, now);
    if (next.isEmpty()) {
      givenUp(sending, trouble, answer);
      return;
    }
    Sending delayed = sending.delay(trouble, answer.map(Delivery.Answer::text), next.get());
    outbox.save(delayed);
    Offer offer = offers.get(sending.offer());
    tell(
        sending,
        now,
        new OfferMailDelayed(
            offer.id(),
            offer.number(),
            sending.id(),
            sending.attempts(),
            trouble,
            answer.map(Delivery.Answer::code),
            delayed.due()));
  }

  void givenUp(Sending sending, Trouble trouble, Optional<Delivery.Answer> answer) {
    Instant now = clock.instant();
    outbox.save(sending.giveUp(trouble, answer.map(Delivery.Answer::text), now));
    Offer offer = offers.get(sending.offer());
    tell(
        sending,
        now,
        new OfferMailFailed(
            offer.id(),
            offer.number(),
            sending.id(),
            sending.attempts(),
            trouble,
            answer.map(Delivery.Answer::code)));
  }

  void lostSight(Sending sending, Trouble trouble) {
    Instant now = clock.instant();
    outbox.save(sending.loseSight(trouble, Optional.empty(), now));
    Offer offer = offers.get(sending.offer());
    tell(
        sending,
        now,
        new OfferMailPerhapsSent(
            offer.id(), offer.number(), sending.id(), sending.attempts(), trouble));
  }

  private void tell(Sending sending, Instant now, OfferChanged event) {
    journal.write(by(sending, now), sending.lead(), sending.pursuit(), event);
  }

  private static Stamp by(Sending sending, Instant now) {
    return new Stamp(sending.queued().by(), sending.queued().name(), now);
  }
}
