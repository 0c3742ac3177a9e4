package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Finds a page of a list in one of two ways. Along the order is the way where much fits: the index
 * of the order is read until the page is full. Where little fits that would be nearly all of the
 * index, so what fits is gathered first and then ordered. Which of the two it is shows by gathering
 * {@link #FEW} at most; the database's own guess doesn't know that firms called "Transport …" stand
 * together in the order of names.
 */
final class Lists {

  /** So many are gathered and ordered in a few milliseconds. */
  private static final int FEW = 2000;

  /**
   * A page of what isn't few is full after so many steps along the order, unless it is clustered.
   */
  private static final int STEPS = 5000;

  private final UnitOfWork work;
  private final PlanMapper plans;
  private final int few;
  private final int steps;

  Lists(UnitOfWork work, PlanMapper plans) {
    this(work, plans, FEW, STEPS);
  }

  /**
   * @param few instead of {@link #FEW}
   * @param steps instead of {@link #STEPS}
   */
  Lists(UnitOfWork work, PlanMapper plans, int few, int steps) {
    this.work = work;
    this.plans = plans;
    this.few = few;
    this.steps = steps;
  }

  /** The two ways to the rows of a page. */
  interface Ways<R extends Gathered> {

    /**
     * @param steps how far to go along the order; missing for as far as it takes
     */
    List<R> along(@Nullable Integer steps);

    /**
     * @param most how many to gather, and then to order; missing for all
     */
    List<R> gathered(@Nullable Integer most);
  }

  /**
   * Runs a question as one that reads, planned for its values. The transaction may go on with
   * something else, or be the host's, so its settings are given back; where the question fails, the
   * rollback does that.
   */
  <T> T reading(Supplier<T> question) {
    return work.reading(
        () -> {
          PlanRow before = plans.forLists();
          T answer = question.get();
          plans.restore(before);
          return answer;
        });
  }

  /** Whether misspelt words can be found: where the database knows how alike words are. */
  boolean findMisspelt() {
    return plans.knowsHowAlike();
  }

  /**
   * @param all whether everything fits
   * @param limit how many rows a full page has
   */
  <R extends Gathered> List<R> page(boolean all, int limit, Ways<R> ways) {
    if (all) {
      return ways.along(null);
    }
    List<R> some = ways.gathered(few + 1);
    if (some.isEmpty() || some.get(0).candidates() <= few) {
      return some;
    }
    List<R> near = ways.along(steps);
    return near.size() == limit ? near : ways.gathered(null);
  }
}
