package ro.parcurs.crm.adapter.xls;

/** Texts as XML holds them. */
final class XmlText {

  private XmlText() {}

  /** Appends a text so that it is read back unchanged, whatever it consists of. */
  static void append(StringBuilder to, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> to.append("&amp;");
        case '<' -> to.append("&lt;");
        case '>' -> to.append("&gt;");
        case '"' -> to.append("&quot;");
        case '_' -> to.append(Escapes.isEscape(text, i) ? "_x005F_" : "_");
        case '\t', '\n' -> to.append(c);
        default -> {
          if (Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            to.append(c).append(text.charAt(++i));
          } else if (c < ' ' || Character.isSurrogate(c) || c >= '\uFFFE') {
            to.append(String.format("_x%04X_", (int) c));
          } else {
            to.append(c);
          }
        }
      }
    }
  }
}
