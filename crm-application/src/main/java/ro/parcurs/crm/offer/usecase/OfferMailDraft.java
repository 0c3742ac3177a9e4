package ro.parcurs.crm.offer.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.mail.MailSubject;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.usecase.Addressee;

/**
 * What an e-mail with an offer begins as, for whoever completes it.
 *
 * @param to the contact persons who have an address
 * @param owner who gets the answers, and a copy if that is wanted
 */
public record OfferMailDraft(
    MailSubject subject, String text, List<Addressee> to, Optional<Mailbox> owner) {

  public OfferMailDraft {
    to = List.copyOf(to);
  }
}
