package ro.parcurs.crm.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Folds text so that what people type finds what they mean: without diacritics, cedilla and comma
 * letters alike, in lower case, blanks and punctuation as single blanks. "Șosea", "Şosea" and
 * "SOSEA" all fold to "sosea".
 */
public final class SearchText {

  /** Shorter words stand inside so many others that they are looked for at beginnings only. */
  private static final int ANYWHERE = 3;

  private SearchText() {}

  /** The folded form; may be empty. */
  public static String fold(String text) {
    return words(withoutMarks(Normalizer.normalize(text, Form.NFKD)).toLowerCase(Locale.ROOT));
  }

  private static String withoutMarks(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (!isMark(c)) {
        bare.appendCodePoint(c);
      }
    }
    return bare.toString();
  }

  /** The letters and digits, with single blanks where there is anything else between them. */
  private static String words(String text) {
    StringBuilder words = new StringBuilder(text.length());
    boolean apart = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetter(c) || isNumber(c)) {
        if (apart && !words.isEmpty()) {
          words.append(' ');
        }
        words.appendCodePoint(c);
        apart = false;
      } else {
        apart = true;
      }
    }
    return words.toString();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isNumber(int c) {
    int type = Character.getType(c);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  /**
   * What a search for the text looks for in folded texts that begin with a blank: each word once;
   * words of one or two signs with a blank before them, that is at the beginning of a word.
   */
  public static List<String> sought(String text) {
    return Arrays.stream(fold(text).split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> word.codePointCount(0, word.length()) < ANYWHERE ? " " + word : word)
        .distinct()
        .toList();
  }
}
