package ro.parcurs.crm.mail.usecase;

import java.util.Optional;
import ro.parcurs.crm.mail.Trouble;

/** How an attempt to send a message has ended. */
public sealed interface Delivery {

  /**
   * The server has taken it, and answers for it from now on.
   *
   * @param said its answer
   */
  record Accepted(String said) implements Delivery {}

  /** Nobody has got it; it can be tried again. */
  record Deferred(Trouble trouble, Optional<Answer> answer) implements Delivery {}

  /** Nobody has got it, and trying again would be in vain. */
  record Rejected(Trouble trouble, Optional<Answer> answer) implements Delivery {}

  /** The server got all of it, and its answer was lost. */
  record Unknown(Trouble trouble) implements Delivery {}

  /**
   * What the server said.
   *
   * @param code three digits (RFC 5321, section 4.2)
   * @param text in its words, which may name addresses
   */
  record Answer(int code, String text) {}
}
