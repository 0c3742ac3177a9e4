package ro.parcurs.crm.mail.usecase;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import ro.parcurs.crm.mail.MailTemplate;
import ro.parcurs.crm.text.Text;

/**
 * What a message says, as plain text and as HTML.
 *
 * @param plain at most {@value MailTemplate#MAX_TEXT} characters, lines ended by {@code \n}
 */
public record MailText(String plain, String html) {

  /** The text, and the same as HTML: paragraphs, and nothing of it is taken for a tag. */
  public static MailText of(String text, Locale language) {
    String plain =
        Text.required(
            "text", text.replace("\r\n", "\n").replace('\r', '\n'), MailTemplate.MAX_TEXT);
    StringBuilder html = new StringBuilder();
    html.append("<!DOCTYPE html>\n<html lang=\"")
        .append(language.getLanguage().equals("en") ? "en" : "ro")
        .append("\">\n<head><meta charset=\"utf-8\"></head>\n<body>\n");
    for (String paragraph : plain.split("\n\\s*\n")) {
      html.append("<p>").append(escaped(paragraph).replace("\n", "<br>\n")).append("</p>\n");
    }
    return new MailText(plain, html.append("</body>\n</html>\n").toString());
  }

  /** How many bytes both take. */
  int size() {
    return plain.getBytes(StandardCharsets.UTF_8).length
        + html.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
