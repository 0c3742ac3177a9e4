package ro.parcurs.crm.mail.usecase;

import ro.parcurs.crm.mail.Mailbox;

/**
 * Takes messages away from this machine. It need not be there; without it offers are handed over.
 * Never called inside a unit of work, except for what it was configured with. Thread-safe.
 *
 * <p>What comes back later, a bounce or a reply, names the {@linkplain MailMessage#id() message},
 * whose left half is the sending's identity: whoever reads a mailbox can find the sending by it.
 */
public interface MailTransport {

  /** The mailbox that messages are from. */
  Mailbox sender();

  /** How many bytes a message may have at most. */
  long maxBytes();

  /**
   * Tries once to send a message, to all of its addresses or to none.
   *
   * @param beforeItsEnd is called once, in this thread, when everything but the end of the message
   *     was given to the server, and before the end is: until then nothing can have been taken.
   *     When it throws, the end is not given, and what it threw is thrown
   */
  Delivery deliver(MailMessage message, Runnable beforeItsEnd);
}
