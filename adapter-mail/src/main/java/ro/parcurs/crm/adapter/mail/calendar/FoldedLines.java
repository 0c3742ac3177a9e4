package ro.parcurs.crm.adapter.mail.calendar;

import java.nio.charset.StandardCharsets;

/**
 * Lines of at most 75 bytes, longer ones going on behind a blank (RFC 5545, section 3.1). The
 * library counts characters instead of bytes, and may part the two halves of one.
 */
final class FoldedLines {

  private static final int MOST_BYTES = 75;
  private static final String FOLD = "\r\n ";

  private FoldedLines() {}

  /** In UTF-8. */
  static byte[] of(String text) {
    StringBuilder folded = new StringBuilder(text.length() + text.length() / MOST_BYTES * 3);
    int bytes = 0;
    for (int c : text.codePoints().toArray()) {
      int more = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (c == '\r' || c == '\n') {
        bytes = 0;
        more = 0;
      } else if (bytes + more > MOST_BYTES) {
        folded.append(FOLD);
        bytes = 1;
      }
      folded.appendCodePoint(c);
      bytes += more;
    }
    return folded.toString().getBytes(StandardCharsets.UTF_8);
  }
}
