package ro.parcurs.example.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of the pages, in Romanian and English. The key {@code lead.title} is the key {@code
 * title} of the bundle {@code lead}; a text may hold {@code {0}} where an argument goes.
 */
public final class Texts {

  /** Each is two files, {@code …_ro.properties} and {@code …_en.properties}. */
  static final List<String> BUNDLES =
      List.of(
          "shell",
          "home",
          "lead",
          "workbook",
          "pursuit",
          "catalogue",
          "table",
          "sheet",
          "offer",
          "contract",
          "order",
          "mail",
          "mailbox");

  /** The first is the language of whoever didn't choose. */
  public static final List<String> LANGUAGES = List.of("ro", "en");

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

  private final Map<String, Map<String, String>> byLanguage = new HashMap<>();

  /** Reads them all. */
  public Texts() {
    for (String language : LANGUAGES) {
      Map<String, String> texts = new TreeMap<>();
      for (String bundle : BUNDLES) {
        load(bundle, language).forEach((key, text) -> texts.put(bundle + "." + key, text));
      }
      byLanguage.put(language, texts);
    }
  }

  /** The text of a key; the key itself in guillemets where there is none. */
  public String text(Locale locale, String key, Object... arguments) {
    String template = texts(locale.getLanguage()).get(key);
    if (template == null) {
      return "«" + key + "»";
    }
    Matcher matcher = ARGUMENT.matcher(template);
    return matcher.replaceAll(
        match -> {
          int index = Integer.parseInt(match.group(1));
          return Matcher.quoteReplacement(
              index < arguments.length ? String.valueOf(arguments[index]) : "");
        });
  }

  boolean has(String key) {
    return texts(LANGUAGES.get(0)).containsKey(key);
  }

  Map<String, String> texts(String language) {
    return byLanguage.getOrDefault(language, Map.of());
  }

  private static Map<String, String> load(String bundle, String language) {
    String name = "/ro/parcurs/example/text/" + bundle + "_" + language + ".properties";
    try (InputStream stream = Texts.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("missing texts: " + name);
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      Map<String, String> texts = new TreeMap<>();
      properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
