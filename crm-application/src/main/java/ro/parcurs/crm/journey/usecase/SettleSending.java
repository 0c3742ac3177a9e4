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
import ro.parcurs.crm.mail.InvitationOutdated;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.SendingState;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.offer.OfferExpired;
import ro.parcurs.crm.timeline.LeadEvent;
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
    /** It is left alone; an offer doesn't count as sent for it. */
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
  private final MailStories stories;
  private final SendingEnds ends;
  private final Journal journal;

  @Inject
  public SettleSending(
      Work work,
      LeadGate gate,
      Outbox outbox,
      MailStories stories,
      SendingEnds ends,
      Journal journal) {
    this.work = work;
    this.gate = gate;
    this.outbox = outbox;
    this.stories = stories;
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
   * @throws InvitationOutdated when it is to be sent again and the meeting stands otherwise
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          Sending known = outbox.get(command.sending());
          gate.check(caller.actor(), Permission.PURSUE_LEAD, known.lead());
          ends.lockMatter(known);
          Sending before = outbox.get(known.id());
          before.requireSeen(command.seen());
          Stamp by = journal.stamp(caller.actor());
          MailStory story = stories.of(before);
          Sending after = decided(before, command.decision(), story, by);
          outbox.save(after);
          if (command.decision() == Decision.ARRIVED) {
            ends.arrived(before, by.at());
          }
          journal.write(
              by, before.lead(), before.pursuit(), event(before, command.decision(), story));
          return new Result(after.id(), after.state(), after.version().next());
        });
  }

  private Sending decided(Sending before, Decision decision, MailStory story, Stamp by) {
    return switch (decision) {
      case ARRIVED -> before.confirm(by.at());
      case DROP -> before.drop(by.at());
      case SEND_AGAIN -> {
        Sending again = before.sendAgain(by.at());
        story.requireSendable(before);
        outbox.messageOf(before.id());
        yield again;
      }
    };
  }

  private static LeadEvent event(Sending sending, Decision decision, MailStory story) {
    return switch (decision) {
      case ARRIVED -> story.confirmed(sending);
      case SEND_AGAIN -> story.sentAgain(sending);
      case DROP -> story.dropped(sending);
    };
  }
}
