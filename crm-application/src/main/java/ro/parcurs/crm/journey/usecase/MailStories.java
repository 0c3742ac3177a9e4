package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import java.time.Clock;
import ro.parcurs.crm.mail.Matter;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.work.Journal;

/** Finds the story of a mail by what it is about. Thread-safe. */
public final class MailStories {

  private final Offers offers;
  private final Responsibilities responsibilities;
  private final Journal journal;
  private final Clock clock;

  @Inject
  public MailStories(
      Offers offers, Responsibilities responsibilities, Journal journal, Clock clock) {
    this.offers = offers;
    this.responsibilities = responsibilities;
    this.journal = journal;
    this.clock = clock;
  }

  MailStory of(Sending sending) {
    if (sending.matter() instanceof Matter.OfMeeting meeting) {
      return new InvitationStory(meeting, responsibilities, clock);
    }
    return new OfferMailStory(((Matter.OfOffer) sending.matter()).offer(), offers, journal);
  }
}
