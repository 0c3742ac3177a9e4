package ro.parcurs.crm.adapter.mail.document;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The words that stand around what an offer says. */
final class Words {

  private static final Map<String, String> ROMANIAN = load("words_ro.properties");
  private static final Map<String, String> ENGLISH = load("words_en.properties");

  private Words() {}

  static Map<String, String> of(boolean english) {
    return english ? ENGLISH : ROMANIAN;
  }

  private static Map<String, String> load(String name) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Resources.text(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> words = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
    return Map.copyOf(words);
  }
}
