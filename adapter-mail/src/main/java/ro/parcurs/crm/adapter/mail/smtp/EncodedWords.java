package ro.parcurs.crm.adapter.mail.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;

/**
 * Text of any language in a header (RFC 2047). Unlike the library, it also encodes what looks
 * encoded already, since readers would decode it, line breaks and all; and backslashes, since some
 * readers keep the line break where a line was folded behind one.
 */
final class EncodedWords {

  private static final String BEGIN = "=?UTF-8?B?";
  private static final String END = "?=";

  /** So many bytes that a word stays within 75 characters. */
  private static final int MOST_BYTES = 45;

  private EncodedWords() {}

  /** The text itself where it is plain, else as words with a blank between two. */
  static String of(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '\\') && !text.contains("=?")
        ? text
        : words(text);
  }

  private static String words(String text) {
    StringJoiner words = new StringJoiner(" ");
    StringBuilder part = new StringBuilder();
    int size = 0;
    for (int c : text.codePoints().toArray()) {
      int more = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (size + more > MOST_BYTES) {
        words.add(word(part.toString()));
        part.setLength(0);
        size = 0;
      }
      part.appendCodePoint(c);
      size += more;
    }
    return words.add(word(part.toString())).toString();
  }

  private static String word(String part) {
    return BEGIN + Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8)) + END;
  }
}
