package ro.parcurs.crm.mail;

import ro.parcurs.crm.text.Text;

/** Where lines end, in every way in which some program takes them to end. */
final class Lines {

  private static final char LINE_SEPARATOR = '\u2028';
  private static final char PARAGRAPH_SEPARATOR = '\u2029';

  private Lines() {}

  /** Whether a character steers instead of being read: it may begin a line, or hide something. */
  static boolean isControl(int c) {
    return Character.isISOControl(c) || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
  }

  /** Whether all of it stands on one line. */
  static boolean isOne(String text) {
    return text.codePoints().noneMatch(Lines::isControl);
  }

  /** The text on one line, without what no store can keep. */
  static String joined(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .forEach(c -> line.appendCodePoint(isControl(c) ? ' ' : c));
    return Text.clean(line.toString().replaceAll(" {2,}", " "));
  }
}
