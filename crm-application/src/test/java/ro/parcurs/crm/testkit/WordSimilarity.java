package ro.parcurs.crm.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much a word is like some part of a text, as PostgreSQL's {@code word_similarity} (module
 * pg_trgm) has it: both are taken as the threes of signs that they consist of, each word with two
 * blanks before and one behind it; what counts is the best share of threes in common between the
 * word and a run of the text's.
 */
public final class WordSimilarity {

  /** From this share of threes in common on, a word is taken for a misspelling of another. */
  private static final float ENOUGH = 0.5f;

  private WordSimilarity() {}

  /** Whether something like the word stands in the text; both folded. */
  public static boolean isIn(String word, String text) {
    return of(word, text) >= ENOUGH;
  }

  /** Nothing in common is 0, the word itself is 1. */
  public static float of(String word, String text) {
    return new Run(new HashSet<>(threes(word)), threes(text)).best();
  }

  private static List<String> threes(String text) {
    List<String> threes = new ArrayList<>();
    Arrays.stream(text.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> "  " + word + " ")
        .forEach(
            padded -> {
              for (int i = 0; i + 3 <= padded.length(); i++) {
                threes.add(padded.substring(i, i + 3));
              }
            });
    return threes;
  }

  /** A run that grows to the right and is shortened from the left while that makes it better. */
  private static final class Run {

    private final Set<String> wanted;
    private final List<String> text;

    /** Where each three of the run stands last. */
    private final Map<String, Integer> last = new HashMap<>();

    private int begin = -1;
    private int different;
    private int common;

    Run(Set<String> wanted, List<String> text) {
      this.wanted = wanted;
      this.text = text;
    }

    float best() {
      float best = 0;
      for (int end = 0; end < text.size(); end++) {
        if (begin >= 0 || isWanted(end)) {
          take(end);
        }
        if (isWanted(end)) {
          begin = begin < 0 ? end : begin;
          best = Math.max(best, shortened(end));
        }
      }
      return best;
    }

    private void take(int end) {
      if (last.put(text.get(end), end) == null) {
        different++;
        common += isWanted(end) ? 1 : 0;
      }
    }

    private float shortened(int end) {
      float best = share(common, different);
      int commonLeft = common;
      int differentLeft = different;
      int before = begin;
      for (int from = before; from <= end; from++) {
        float share = share(commonLeft, differentLeft);
        if (share > best) {
          best = share;
          begin = from;
          common = commonLeft;
          different = differentLeft;
        }
        if (last.get(text.get(from)) == from) {
          differentLeft--;
          commonLeft -= isWanted(from) ? 1 : 0;
        }
      }
      for (int left = before; left < begin; left++) {
        last.remove(text.get(left), left);
      }
      return best;
    }

    private boolean isWanted(int at) {
      return wanted.contains(text.get(at));
    }

    private float share(int inCommon, int inRun) {
      return (float) inCommon / (wanted.size() + inRun - inCommon);
    }
  }
}
