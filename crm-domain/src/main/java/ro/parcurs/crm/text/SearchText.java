package ro.parcurs.crm.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Folds text so that what people type finds what they mean: without diacritics, cedilla and comma
 * letters alike, in lower case, blanks and punctuation as single blanks. "Șosea", "Şosea" and
 * "SOSEA" all fold to "sosea".
 */
public final class SearchText {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Shorter words stand inside so many others that they are looked for at beginnings only. */
  private static final int ANYWHERE = 3;

  private SearchText() {}

  /** The folded form; may be empty. */
  public static String fold(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return SEPARATORS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
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
