package ro.parcurs.crm.file;

import java.util.regex.Pattern;
import ro.parcurs.crm.error.InvalidInput;

/**
 * The SHA-256 digest of content: what a file is recognised by.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record Sha256(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /**
   * @throws InvalidInput {@code format}
   */
  public Sha256 {
    if (!FORM.matcher(value).matches()) {
      throw InvalidInput.of("sha256", "format");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
