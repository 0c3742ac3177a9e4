package ro.parcurs.crm.text;

import java.util.Map;
import java.util.Optional;
import ro.parcurs.crm.error.InvalidInput;

/**
 * The one way in which free text enters a value: invisible edges are cut, what no store can keep is
 * refused, length is bounded.
 *
 * <p>{@code String.strip} leaves the byte order mark, the no-break space and the zero-width space
 * in place; texts pasted from spreadsheets and web pages carry all three.
 */
public final class Text {

  private Text() {}

  /**
   * A text that must be there.
   *
   * @param field the field's name, for the error
   * @param max the greatest length allowed, in UTF-16 units
   * @return the text without invisible edges
   * @throws InvalidInput {@code required}, {@code too-long} or {@code unreadable-character}
   */
  public static String required(String field, String text, int max) {
    return optional(field, text, max).orElseThrow(() -> InvalidInput.of(field, "required"));
  }

  /**
   * A text that may be missing.
   *
   * @return the text without invisible edges; empty when there is nothing else
   * @throws InvalidInput {@code too-long} or {@code unreadable-character}
   */
  public static Optional<String> optional(String field, String text, int max) {
    String clean = clean(text);
    if (clean.isEmpty()) {
      return Optional.empty();
    }
    if (clean.length() > max) {
      throw InvalidInput.of(field, "too-long", Map.of("max", max));
    }
    if (!isStorable(clean)) {
      throw InvalidInput.of(field, "unreadable-character");
    }
    return Optional.of(clean);
  }

  /** The text without white space and invisible characters at its edges. */
  public static String clean(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && isInvisible(text.charAt(begin))) {
      begin++;
    }
    while (begin < end && isInvisible(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(begin, end);
  }

  /** White space, separators, and what has no width: byte order mark, joiners. */
  private static boolean isInvisible(char c) {
    return c <= ' '
        ? c == ' ' || (c >= '\t' && c <= '\r')
        : c > '~'
            && (Character.isSpaceChar(c)
                || (c >= '\u200b' && c <= '\u200d')
                || c == '\u2060'
                || c == '\ufeff');
  }

  /** Whether a store can keep the text: no NUL character and no half of a surrogate pair. */
  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        i++;
        if (Character.isLowSurrogate(c)
            || i == text.length()
            || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
