package ro.parcurs.crm.mail;

import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * The name of an attached file, on one line and without a path.
 *
 * @param value at most {@value #MAX_LENGTH} characters
 */
public record FileName(String value) {

  public static final int MAX_LENGTH = 150;

  private static final String OF_PATHS = "/\\:*?\"<>|";

  /**
   * @throws InvalidInput {@code required}, {@code too-long}, {@code unreadable-character}, {@code
   *     several-lines}, {@code format} for a path
   */
  public FileName {
    value = Text.required("fileName", value, MAX_LENGTH);
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

  @Override
  public String toString() {
    return value;
  }
}
