package ro.parcurs.crm.offer.usecase;

/**
 * Sends offers by e-mail. It need not be there; without it offers are handed over. Its part in the
 * unit of work is to remember the message: what leaves the machine leaves later.
 */
public interface OfferMail {

  /** Remembers a message that is to be sent; only inside a unit of work. */
  void queue(OfferMessage message);
}
