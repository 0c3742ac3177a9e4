package ro.parcurs.crm.offer.usecase;

import java.util.List;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.offer.OfferId;

/**
 * An e-mail with an offer.
 *
 * @param to at least one
 */
public record OfferMessage(OfferId offer, List<EmailAddress> to, String subject, String text) {

  public static final int MAX_SUBJECT_LENGTH = 200;
  public static final int MAX_TEXT_LENGTH = 10_000;

  public OfferMessage {
    to = List.copyOf(to);
  }
}
