package ro.parcurs.crm.company;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * A single e-mail address that mail can be sent to: the dot-atom form of RFC 5321, with a domain of
 * at least two labels; no display name, no comments, no quoted parts, no list.
 *
 * @param value the domain in lower case; at most {@value #MAX_LENGTH} characters
 */
public record EmailAddress(String value) {

  public static final int MAX_LENGTH = 254;

  private static final int MAX_LOCAL_PART = 64;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile(
          ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

  public EmailAddress {
    value = Text.clean(value);
    if (value.length() > MAX_LENGTH) {
      throw InvalidInput.of("email", "too-long", Map.of("max", MAX_LENGTH));
    }
    int at = value.lastIndexOf('@');
    if (at > MAX_LOCAL_PART || !FORM.matcher(value).matches()) {
      throw InvalidInput.of("email", "email-format");
    }
    value = value.substring(0, at) + value.substring(at).toLowerCase(Locale.ROOT);
  }

  /**
   * @throws InvalidInput {@code email-format} or {@code too-long}
   */
  public static EmailAddress of(String text) {
    return new EmailAddress(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
