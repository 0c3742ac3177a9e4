package ro.parcurs.crm.mail;

import java.util.Objects;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.text.Text;

/**
 * An address with the name that is shown beside it.
 *
 * @param name on one line, at most {@value #MAX_NAME} characters: what could begin another line is
 *     a blank here, and what is too long is cut; may be empty
 */
public record Mailbox(String name, EmailAddress address) {

  public static final int MAX_NAME = 150;

  public Mailbox {
    Objects.requireNonNull(address, "address");
    name = Lines.joined(name);
    name = Text.clean(name.length() > MAX_NAME ? cut(name) : name);
  }

  /** A character that takes two places is not cut in half. */
  private static String cut(String name) {
    int end = Character.isHighSurrogate(name.charAt(MAX_NAME - 1)) ? MAX_NAME - 1 : MAX_NAME;
    return name.substring(0, end);
  }
}
