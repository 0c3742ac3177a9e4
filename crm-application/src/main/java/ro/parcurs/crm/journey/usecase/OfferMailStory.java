package ro.parcurs.crm.journey.usecase;

import java.time.Instant;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.Trouble;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.timeline.LeadEvent;
import ro.parcurs.crm.timeline.OfferChanged.OfferMailConfirmed;
import ro.parcurs.crm.timeline.OfferChanged.OfferMailDelayed;
import ro.parcurs.crm.timeline.OfferChanged.OfferMailDropped;
import ro.parcurs.crm.timeline.OfferChanged.OfferMailFailed;
import ro.parcurs.crm.timeline.OfferChanged.OfferMailPerhapsSent;
import ro.parcurs.crm.timeline.OfferChanged.OfferMailSent;
import ro.parcurs.crm.timeline.OfferChanged.OfferMailSentAgain;
import ro.parcurs.crm.work.Journal;

/** The story of a mail with an offer. */
final class OfferMailStory implements MailStory {

  private final OfferId id;
  private final Offers offers;
  private final Journal journal;

  OfferMailStory(OfferId id, Offers offers, Journal journal) {
    this.id = id;
    this.offers = offers;
    this.journal = journal;
  }

  /** It was not revised meanwhile, did not end or expire. */
  @Override
  public void requireSendable(Sending sending) {
    offer().requireSendable(journal.today());
  }

  @Override
  public void arrived(Sending sending, Stamp by) {
    offers.save(offer().markSent(journal.today(), by));
  }

  @Override
  public LeadEvent sent(Sending sending) {
    return new OfferMailSent(
        id, offer().number(), sending.id(), sending.messageId(), sending.attempts());
  }

  @Override
  public LeadEvent delayed(Sending sending, Trouble trouble, Optional<Integer> code, Instant next) {
    return new OfferMailDelayed(
        id, offer().number(), sending.id(), sending.attempts(), trouble, code, next);
  }

  @Override
  public LeadEvent failed(Sending sending, Trouble trouble, Optional<Integer> code) {
    return new OfferMailFailed(
        id, offer().number(), sending.id(), sending.attempts(), trouble, code);
  }

  @Override
  public LeadEvent perhapsSent(Sending sending, Trouble trouble) {
    return new OfferMailPerhapsSent(
        id, offer().number(), sending.id(), sending.attempts(), trouble);
  }

  @Override
  public LeadEvent confirmed(Sending sending) {
    return new OfferMailConfirmed(id, offer().number(), sending.id());
  }

  @Override
  public LeadEvent sentAgain(Sending sending) {
    return new OfferMailSentAgain(id, offer().number(), sending.id());
  }

  @Override
  public LeadEvent dropped(Sending sending) {
    return new OfferMailDropped(id, offer().number(), sending.id());
  }

  private Offer offer() {
    return offers.get(id);
  }
}
