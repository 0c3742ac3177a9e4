package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.SendingState;
import ro.parcurs.crm.mail.Trouble;
import ro.parcurs.crm.mail.usecase.Delivery;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailPatience;
import ro.parcurs.crm.mail.usecase.MailTransport;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.work.StoreFailure;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Sends what waits in the outbox, one message a call. The embedding application calls it again and
 * again from a thread of its own: at once while there is {@link Result#MORE}, else from time to
 * time. However many call it, in however many processes, each message is in one pair of hands.
 *
 * <p>What an attempt has come to and could not be stored is kept in memory and stored first the
 * next time. Thread-safe.
 */
public final class DeliverMail {

  /** What is to be done next. */
  public enum Result {
    /** Something was done; there may be more. */
    MORE,
    /** The mail server or the storage is out of order. */
    LATER,
    /** Nothing is due. */
    NOTHING
  }

  private static final Logger LOG = LoggerFactory.getLogger(DeliverMail.class);

  private final UnitOfWork unitOfWork;
  private final Outbox outbox;
  private final Optional<MailTransport> transport;
  private final MailPatience patience;
  private final SendingEnds ends;
  private final Clock clock;
  private final Queue<Attempt> unrecorded = new ConcurrentLinkedQueue<>();

  @Inject
  public DeliverMail(
      UnitOfWork unitOfWork,
      Outbox outbox,
      Optional<MailTransport> transport,
      MailPatience patience,
      SendingEnds ends,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.outbox = outbox;
    this.transport = transport;
    this.patience = patience;
    this.ends = ends;
    this.clock = clock;
  }

  /** What an attempt has come to. */
  private record Attempt(Sending sending, Delivery delivery) {}

  /**
   * What was found in the outbox.
   *
   * @param message what is to be sent; empty when something else was to be done, and was done
   */
  private record Found(Sending sending, Optional<MailMessage> message) {}

  /**
   * Nobody is asked for permission: who queued the message had it.
   *
   * @throws StoreFailure when the storage failed; nothing is lost
   */
  public Result handle() {
    if (transport.isEmpty()) {
      return Result.NOTHING;
    }
    for (Attempt attempt = unrecorded.poll(); attempt != null; attempt = unrecorded.poll()) {
      if (!record(attempt)) {
        return Result.LATER;
      }
    }
    Optional<Found> found = unitOfWork.inTransaction(this::look);
    if (found.isEmpty()) {
      return Result.NOTHING;
    }
    return found
        .get()
        .message()
        .map(message -> send(transport.get(), found.get().sending(), message))
        .orElse(Result.MORE);
  }

  private Optional<Found> look() {
    Instant now = clock.instant();
    return outbox.lockDue(now).map(due -> found(due, now));
  }

  private Found found(Sending due, Instant now) {
    if (due.state() == SendingState.HANDING_OVER) {
      ends.lostSight(due, Trouble.INTERRUPTED);
      return new Found(due, Optional.empty());
    }
    if (due.state() == SendingState.SENDING) {
      ends.delayed(due, Trouble.INTERRUPTED, Optional.empty());
      return new Found(due, Optional.empty());
    }
    if (!ends.isStillSendable(due)) {
      ends.givenUp(due, Trouble.WITHDRAWN, Optional.empty());
      return new Found(due, Optional.empty());
    }
    MailMessage message = outbox.messageOf(due.id());
    Sending taken = due.take(patience.heldUntil(now));
    outbox.save(taken);
    return new Found(taken.stored(), Optional.of(message));
  }

  private Result send(MailTransport mail, Sending taken, MailMessage message) {
    Handover handover = new Handover(taken);
    Delivery delivery;
    try {
      delivery = mail.deliver(message, handover);
    } catch (ConcurrentChange overtaken) {
      LOG.info("Somebody else goes on with the mail {}", taken.id());
      return Result.MORE;
    } catch (Withdrawn withdrawn) {
      delivery = new Delivery.Rejected(Trouble.WITHDRAWN, Optional.empty());
    } catch (RuntimeException failure) {
      LOG.warn("An attempt to send the mail {} broke off", taken.id(), failure);
      delivery =
          handover.done
              ? new Delivery.Unknown(Trouble.INTERRUPTED)
              : new Delivery.Deferred(Trouble.INTERRUPTED, Optional.empty());
    }
    if (!record(new Attempt(taken, delivery))) {
      return Result.LATER;
    }
    return delivery instanceof Delivery.Deferred deferred && deferred.trouble().isOfServer()
        ? Result.LATER
        : Result.MORE;
  }

  /** Stores what an attempt has come to; what can't be stored now is kept for the next time. */
  private boolean record(Attempt attempt) {
    try {
      boolean known = unitOfWork.inTransaction(() -> store(attempt));
      if (!known) {
        LOG.warn(
            "The mail {} was given to somebody else before attempt {} ended as {}",
            attempt.sending().id(),
            attempt.sending().attempts(),
            attempt.delivery());
      }
      return true;
    } catch (StoreFailure | ConcurrentChange failure) {
      LOG.warn("The end of an attempt is stored later: {}", attempt.sending().id(), failure);
      unrecorded.add(attempt);
      return false;
    }
  }

  private boolean store(Attempt attempt) {
    ends.lockMatter(attempt.sending());
    Sending current = outbox.get(attempt.sending().id());
    boolean answersPerhaps =
        current.state() == SendingState.PERHAPS_SENT
            && attempt.delivery() instanceof Delivery.Accepted;
    if (current.attempts() != attempt.sending().attempts()) {
      return false;
    }
    if (!current.state().isUnderWay() && !answersPerhaps) {
      // Stored already, when only the answer to that was lost.
      return current.state() == SendingState.SENT;
    }
    ends.ended(current, attempt.delivery());
    return true;
  }

  /** What is done before the end of a message is given to the server. */
  private final class Handover implements Runnable {

    private final Sending taken;
    private boolean done;

    Handover(Sending taken) {
      this.taken = taken;
    }

    @Override
    public void run() {
      unitOfWork.inTransaction(
          () -> {
            if (!ends.isStillSendable(taken)) {
              throw new Withdrawn();
            }
            outbox.save(taken.handOver(patience.heldUntil(clock.instant())));
            return true;
          });
      done = true;
    }
  }

  /** It may not be sent any more. */
  private static final class Withdrawn extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
