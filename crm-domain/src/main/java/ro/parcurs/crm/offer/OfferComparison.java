package ro.parcurs.crm.offer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import ro.parcurs.crm.text.SearchText;

/**
 * What one revision changed in another, line by line. Lines are the same when they stand for the
 * same item, or say the same in free text, in the same unit of measure; first within chapters of
 * the same title, then anywhere.
 *
 * @param differences in the order of the newer revision, what was removed at the end; lines without
 *     a difference are left out
 */
public record OfferComparison(
    OfferContent older, OfferContent newer, List<Difference> differences) {

  /** What became of a line. */
  public sealed interface Difference {

    /** The chapter of the line, in the newer revision if it is there. */
    String chapter();

    /** A line that only the newer revision has. */
    record Added(String chapter, OfferLine line) implements Difference {}

    /** A line that only the older revision has. */
    record Removed(String chapter, OfferLine line) implements Difference {}

    /**
     * A line that both have, but not alike.
     *
     * @param aspects in what they differ; not empty
     */
    record Changed(String chapter, OfferLine before, OfferLine after, Set<Aspect> aspects)
        implements Difference {
      public Changed {
        aspects = Set.copyOf(aspects);
      }
    }
  }

  /** What can be different about a line. */
  public enum Aspect {
    QUANTITY,
    PRICE,
    DISCOUNT,
    VAT,
    /** Whether it is optional. */
    OPTIONAL,
    /** Its wording. */
    NAME,
    /** The chapter it stands in. */
    CHAPTER
  }

  /** A line where it stands; its place makes it unique. */
  private record Placed(int place, String chapter, OfferLine line) {}

  public OfferComparison {
    differences = List.copyOf(differences);
  }

  /** Compares two revisions. */
  public static OfferComparison between(OfferContent older, OfferContent newer) {
    List<Placed> before = placed(older);
    List<Placed> after = placed(newer);
    List<Placed> unmatched = new ArrayList<>(after);
    Map<Placed, Placed> origins = new HashMap<>();
    match(before, unmatched, origins, OfferComparison::isUnchanged);
    match(before, unmatched, origins, (a, b) -> a.chapter().equals(b.chapter()) && isSame(a, b));
    match(before, unmatched, origins, OfferComparison::isSame);

    List<Difference> differences = new ArrayList<>();
    for (Placed now : after) {
      Placed then = origins.get(now);
      if (then == null) {
        differences.add(new Difference.Added(now.chapter(), now.line()));
      } else {
        Set<Aspect> aspects = aspects(then, now);
        if (!aspects.isEmpty()) {
          differences.add(new Difference.Changed(now.chapter(), then.line(), now.line(), aspects));
        }
      }
    }
    before.forEach(gone -> differences.add(new Difference.Removed(gone.chapter(), gone.line())));
    return new OfferComparison(older, newer, differences);
  }

  /** The lines that only the older revision has, in its order. */
  public List<OfferLine> removed() {
    return differences.stream()
        .filter(Difference.Removed.class::isInstance)
        .map(difference -> ((Difference.Removed) difference).line())
        .toList();
  }

  /** Whether the offer's discount or currency differ. */
  public boolean isTermsChanged() {
    return !older.discount().equals(newer.discount()) || older.currency() != newer.currency();
  }

  /** Takes out of both lists, in order, what belongs together. */
  private static void match(
      List<Placed> before,
      List<Placed> after,
      Map<Placed, Placed> origins,
      BiPredicate<Placed, Placed> belong) {
    for (Placed then : List.copyOf(before)) {
      for (Placed now : after) {
        if (belong.test(then, now)) {
          origins.put(now, then);
          after.remove(now);
          before.remove(then);
          break;
        }
      }
    }
  }

  private static List<Placed> placed(OfferContent content) {
    List<Placed> lines = new ArrayList<>();
    for (Chapter chapter : content.chapters()) {
      for (OfferLine line : chapter.lines()) {
        lines.add(new Placed(lines.size(), chapter.title(), line));
      }
    }
    return lines;
  }

  private static boolean isUnchanged(Placed a, Placed b) {
    return a.chapter().equals(b.chapter()) && a.line().equals(b.line());
  }

  private static boolean isSame(Placed a, Placed b) {
    return what(a.line()).equals(what(b.line()))
        && SearchText.fold(a.line().unit()).equals(SearchText.fold(b.line().unit()));
  }

  private static Object what(OfferLine line) {
    return line.item().<Object>map(OfferedItem::id).orElseGet(() -> SearchText.fold(line.name()));
  }

  private static Set<Aspect> aspects(Placed before, Placed after) {
    Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
    OfferLine a = before.line();
    OfferLine b = after.line();
    note(aspects, Aspect.QUANTITY, a.quantity(), b.quantity());
    note(aspects, Aspect.PRICE, a.price(), b.price());
    note(aspects, Aspect.DISCOUNT, a.discount(), b.discount());
    note(aspects, Aspect.VAT, a.vat(), b.vat());
    note(aspects, Aspect.OPTIONAL, a.optional(), b.optional());
    note(aspects, Aspect.NAME, a.name(), b.name());
    note(aspects, Aspect.CHAPTER, before.chapter(), after.chapter());
    return aspects;
  }

  private static void note(Set<Aspect> aspects, Aspect aspect, Object before, Object after) {
    if (!before.equals(after)) {
      aspects.add(aspect);
    }
  }
}
