package ro.parcurs.crm.mail;

import java.util.Map;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * The name of an attached file, on one line and without a path.
 *
 * @param value at most {@value #MAX_LENGTH} characters and {@value #MAX_BYTES} bytes of UTF-8:
 *     under way each of these takes three places of the 998 that a line of mail may have (RFC 5322,
 *     section 2.1.1)
 */
public record FileName(String value) {

  public static final int MAX_LENGTH = 150;
  public static final int MAX_BYTES = 300;

  private static final String OF_PATHS = "/\\:*?\"<>|";

  /**
   * @throws InvalidInput {@code required}, {@code too-long}, {@code unreadable-character}, {@code
   *     several-lines}, {@code format} for a path
   */
  public FileName {
    value = Text.required("fileName", value, MAX_LENGTH);
    if (value.codePoints().map(FileName::bytes).sum() > MAX_BYTES) {
      throw InvalidInput.of("fileName", "too-long", Map.of("max", MAX_BYTES / 3));
    }
    if (!Lines.isOne(value)) {
      throw InvalidInput.of("fileName", "several-lines");
    }
    if (value.chars().anyMatch(c -> OF_PATHS.indexOf(c) >= 0) || value.startsWith(".")) {
      throw InvalidInput.of("fileName", "format");
    }
  }

  /** A name in which the signs of paths are dashes. */
  public static FileName of(String text) {
    StringBuilder name = new StringBuilder();
    Lines.joined(text)
        .codePoints()
        .forEach(c -> name.appendCodePoint(OF_PATHS.indexOf(c) >= 0 ? '-' : c));
    return new FileName(name.toString());
  }

  /** How many a character takes in UTF-8 (RFC 3629, section 3). */
  private static int bytes(int c) {
    if (c < 0x80) {
      return 1;
    }
    if (c < 0x800) {
      return 2;
    }
    return c < 0x10000 ? 3 : 4;
  }

  @Override
  public String toString() {
    return value;
  }
}
