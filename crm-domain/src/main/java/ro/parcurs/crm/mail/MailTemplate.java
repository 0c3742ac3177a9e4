package ro.parcurs.crm.mail;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * What a message begins as, with {@link TemplateWord}s in braces: {@code Oferta {number}}. A brace
 * stands for nothing else.
 *
 * @param subject on one line, at most {@value MailSubject#MAX_LENGTH} characters
 * @param text at most {@value #MAX_TEXT} characters
 */
public record MailTemplate(String subject, String text) {

  public static final int MAX_TEXT = 10_000;

  private static final Pattern WORD = Pattern.compile("\\{([^{}]*)}");

  /**
   * @throws InvalidInput {@code required}, {@code too-long}, {@code unreadable-character}, {@code
   *     several-lines}, {@code unknown-placeholder}, {@code stray-brace}
   */
  public MailTemplate {
    subject = new MailSubject(subject).value();
    text = Text.required("text", text, MAX_TEXT);
    checkWords("subject", subject);
    checkWords("text", text);
  }

  /** The text with everything filled in. */
  public String textWith(Function<TemplateWord, String> values) {
    return filled(text, values);
  }

  /** The subject with everything filled in; on one line, cut where it is too long. */
  public MailSubject subjectWith(Function<TemplateWord, String> values) {
    return MailSubject.cut(filled(subject, values));
  }

  private static String filled(String template, Function<TemplateWord, String> values) {
    return WORD.matcher(template)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    TemplateWord.find(found.group(1)).map(values).orElseThrow()));
  }

  private static void checkWords(String field, String template) {
    WORD.matcher(template)
        .results()
        .map(found -> found.group(1))
        .filter(word -> TemplateWord.find(word).isEmpty())
        .findFirst()
        .ifPresent(
            word -> {
              throw InvalidInput.of(
                  field, "unknown-placeholder", Map.of("word", word, "known", known()));
            });
    String rest = WORD.matcher(template).replaceAll("");
    if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
      throw InvalidInput.of(field, "stray-brace");
    }
  }

  private static String known() {
    return Stream.of(TemplateWord.values())
        .map(word -> "{" + word.word() + "}")
        .collect(Collectors.joining(", "));
  }
}
