package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.mail.InvitationOutdated;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.Trouble;
import ro.parcurs.crm.mail.usecase.Delivery;
import ro.parcurs.crm.mail.usecase.MailPatience;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.offer.OfferExpired;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.timeline.LeadEvent;
import ro.parcurs.crm.work.Journal;

/**
 * What follows from the end of an attempt: for the sending, for what it is about, on the timeline,
 * in the name of who sent it. Everything here happens inside a unit of work. Thread-safe.
 */
public final class SendingEnds {

  private final Outbox outbox;
  private final MailStories stories;
  private final Responsibilities responsibilities;
  private final MailPatience patience;
  private final Journal journal;
  private final Clock clock;

  @Inject
  public SendingEnds(
      Outbox outbox,
      MailStories stories,
      Responsibilities responsibilities,
      MailPatience patience,
      Journal journal,
      Clock clock) {
    this.outbox = outbox;
    this.stories = stories;
    this.responsibilities = responsibilities;
    this.patience = patience;
    this.journal = journal;
    this.clock = clock;
  }

  /** Whether it may still be sent; not when what it is about has changed. */
  boolean isStillSendable(Sending sending) {
    try {
      stories.of(sending).requireSendable(sending);
      return true;
    } catch (NoSuchTransition | OfferExpired | InvitationOutdated withdrawn) {
      return false;
    }
  }

  /**
   * Keeps others from changing what it is about until the unit of work ends. Whoever changes both
   * locks this first.
   */
  void lockMatter(Sending sending) {
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
    arrived(sending, now);
    tell(sending, now, stories.of(sending).sent(sending));
  }

  /** Whoever it was for has it, unless somebody withdrew it while it was under way. */
  void arrived(Sending sending, Instant now) {
    if (isStillSendable(sending)) {
      stories.of(sending).arrived(sending, by(sending, now));
    }
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
    tell(sending, now, stories.of(sending).delayed(sending, trouble, code(answer), delayed.due()));
  }

  void givenUp(Sending sending, Trouble trouble, Optional<Delivery.Answer> answer) {
    Instant now = clock.instant();
    outbox.save(sending.giveUp(trouble, answer.map(Delivery.Answer::text), now));
    tell(sending, now, stories.of(sending).failed(sending, trouble, code(answer)));
  }

  void lostSight(Sending sending, Trouble trouble) {
    Instant now = clock.instant();
    outbox.save(sending.loseSight(trouble, Optional.empty(), now));
    tell(sending, now, stories.of(sending).perhapsSent(sending, trouble));
  }

  private static Optional<Integer> code(Optional<Delivery.Answer> answer) {
    return answer.map(Delivery.Answer::code);
  }

  private void tell(Sending sending, Instant now, LeadEvent event) {
    journal.write(by(sending, now), sending.lead(), sending.pursuit(), event);
  }

  private static Stamp by(Sending sending, Instant now) {
    return new Stamp(sending.queued().by(), sending.queued().name(), now);
  }
}
