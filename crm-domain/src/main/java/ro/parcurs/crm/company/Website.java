package ro.parcurs.crm.company;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * The address of a company's web site: http or https only, since pages make a link of it.
 *
 * @param value with its scheme; https where none was given; at most {@value #MAX_LENGTH} characters
 */
public record Website(String value) {

  public static final int MAX_LENGTH = 300;

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
  private static final Pattern PORT = Pattern.compile("[A-Za-z0-9.-]+:[0-9]{1,5}(/.*)?");
  private static final Pattern FORM =
      Pattern.compile(
          "https?://(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+"
              + "\\p{L}[\\p{L}\\p{N}-]*(?::[0-9]{1,5})?(?:[/?#][^\\s\"<>]*)?");

  public Website {
    value = Text.clean(value);
    if (!SCHEME.matcher(value).matches() || PORT.matcher(value).matches()) {
      value = "https://" + value;
    }
    if (value.length() > MAX_LENGTH) {
      throw InvalidInput.of("website", "too-long", Map.of("max", MAX_LENGTH));
    }
    int host = value.indexOf("://");
    value =
        value.substring(0, Math.max(host, 0)).toLowerCase(Locale.ROOT)
            + value.substring(Math.max(host, 0));
    if (!FORM.matcher(value).matches() || !Text.isStorable(value)) {
      throw InvalidInput.of("website", "website-format");
    }
  }

  /**
   * @throws InvalidInput {@code website-format} or {@code too-long}
   */
  public static Website of(String text) {
    return new Website(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
