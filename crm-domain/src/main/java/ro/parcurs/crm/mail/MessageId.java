package ro.parcurs.crm.mail;

import java.util.regex.Pattern;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.error.InvalidInput;

/**
 * What a message is known by all over the world (RFC 5322, section 3.6.4); answers to it name it.
 *
 * @param value without the angle brackets, for example {@code 0197…@exemplu.ro}
 */
public record MessageId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.-]{1,64}@[A-Za-z0-9.-]{1,190}");

  /**
   * @throws InvalidInput {@code format}
   */
  public MessageId {
    if (!FORM.matcher(value).matches()) {
      throw InvalidInput.of("messageId", "format");
    }
  }

  /** The one message of a sending; the domain is that of the sender. */
  public static MessageId of(SendingId sending, EmailAddress sender) {
    return new MessageId(sending + sender.value().substring(sender.value().lastIndexOf('@')));
  }

  @Override
  public String toString() {
    return value;
  }
}
