package ro.parcurs.crm.adapter.xls;

/**
 * How characters that XML can't hold are written in the texts of a workbook: {@code _x000D_} for a
 * carriage return; and {@code _x005F_} for a low line that would be read as the beginning of that.
 */
final class Escapes {

  private static final int LENGTH = 7;

  private Escapes() {}

  /** The text as it was meant. */
  static String undone(String written) {
    int at = written.indexOf("_x");
    if (at < 0) {
      return written;
    }
    StringBuilder meant = new StringBuilder(written.length());
    int done = 0;
    while (at >= 0) {
      if (isEscape(written, at)) {
        meant.append(written, done, at);
        meant.append((char) Integer.parseInt(written.substring(at + 2, at + 6), 16));
        done = at + LENGTH;
        at = written.indexOf("_x", done);
      } else {
        at = written.indexOf("_x", at + 1);
      }
    }
    return meant.append(written, done, written.length()).toString();
  }

  /** Whether there is something at this place that is read as an escaped character. */
  static boolean isEscape(CharSequence text, int at) {
    if (at + LENGTH > text.length()
        || text.charAt(at) != '_'
        || text.charAt(at + 1) != 'x'
        || text.charAt(at + 6) != '_') {
      return false;
    }
    for (int i = at + 2; i < at + 6; i++) {
      if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
        return false;
      }
    }
    return true;
  }
}
