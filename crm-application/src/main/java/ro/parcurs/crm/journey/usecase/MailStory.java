package ro.parcurs.crm.journey.usecase;

import java.time.Instant;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.mail.InvitationOutdated;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.Trouble;
import ro.parcurs.crm.offer.OfferExpired;
import ro.parcurs.crm.timeline.LeadEvent;

/** What a mail means for what it is about, and how the timeline tells of it. */
interface MailStory {

  /**
   * Insists that it may still be sent.
   *
   * @throws NoSuchTransition when what it is about has gone on
   * @throws OfferExpired when it is an offer that is no longer valid
   * @throws InvitationOutdated when the meeting stands otherwise
   */
  void requireSendable(Sending sending);

  /** Whoever it was for has it. */
  void arrived(Sending sending, Stamp by);

  LeadEvent sent(Sending sending);

  LeadEvent delayed(Sending sending, Trouble trouble, Optional<Integer> code, Instant next);

  LeadEvent failed(Sending sending, Trouble trouble, Optional<Integer> code);

  LeadEvent perhapsSent(Sending sending, Trouble trouble);

  LeadEvent confirmed(Sending sending);

  LeadEvent sentAgain(Sending sending);

  LeadEvent dropped(Sending sending);
}
