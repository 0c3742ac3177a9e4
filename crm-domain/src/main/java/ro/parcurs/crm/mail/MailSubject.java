package ro.parcurs.crm.mail;

import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * The subject of a message, on one line.
 *
 * @param value at most {@value #MAX_LENGTH} characters
 */
public record MailSubject(String value) {

  public static final int MAX_LENGTH = 200;

  /**
   * @throws InvalidInput {@code required}, {@code too-long}, {@code unreadable-character}, {@code
   *     several-lines}
   */
  public MailSubject {
    value = Text.required("subject", value, MAX_LENGTH);
    if (!Lines.isOne(value)) {
      throw InvalidInput.of("subject", "several-lines");
    }
  }

  /** The subject, read from what was typed. */
  public static MailSubject of(String text) {
    return new MailSubject(text);
  }

  /** A subject of the text, on one line, cut where it is too long. */
  public static MailSubject cut(String text) {
    String line = Lines.joined(text);
    return new MailSubject(
        line.length() > MAX_LENGTH ? Lines.joined(line.substring(0, MAX_LENGTH)) : line);
  }

  @Override
  public String toString() {
    return value;
  }
}
