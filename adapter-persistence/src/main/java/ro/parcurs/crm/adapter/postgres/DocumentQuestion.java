package ro.parcurs.crm.adapter.postgres;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.LeadId;

/**
 * What a list of documents is asked for.
 *
 * @param <F> the filter
 * @param <I> the identity of the documents
 * @param lead only this lead's; missing for all
 * @param words what all have to stand in the document or in its lead
 * @param today what is expired or overdue is so on this day
 * @param after the last document of the page before; missing for the first page
 * @param steps how far to go along the order; missing for gathering
 * @param most how many to gather; missing for all
 */
record DocumentQuestion<F, I>(
    LeadScope scope,
    F filter,
    @Nullable LeadId lead,
    List<String> words,
    @Nullable LocalDate today,
    @Nullable I after,
    int limit,
    @Nullable Integer steps,
    @Nullable Integer most) {

  static <F, I> DocumentQuestion<F, I> of(
      LeadScope scope,
      F filter,
      @Nullable LeadId lead,
      List<String> words,
      @Nullable LocalDate today,
      Optional<I> after,
      int limit) {
    return new DocumentQuestion<>(
        scope, filter, lead, words, today, after.orElse(null), limit, null, null);
  }

  /** Whose scope it is, when it isn't everybody's or nobody's. */
  @Nullable UserId user() {
    return scope.user().orElse(null);
  }

  boolean isOfNobody() {
    return !scope.all() && scope.user().isEmpty();
  }

  List<DocumentPart> parts() {
    return DocumentPart.of(scope, !words.isEmpty());
  }

  /** Of the words the one by which indexes find the fewest; empty when there are none. */
  String rarest() {
    return words.stream().max(Comparator.comparingInt(String::length)).orElse("");
  }

  DocumentQuestion<F, I> along(int far) {
    return new DocumentQuestion<>(scope, filter, lead, words, today, after, limit, far, null);
  }

  DocumentQuestion<F, I> gathered(@Nullable Integer atMost) {
    return new DocumentQuestion<>(scope, filter, lead, words, today, after, limit, null, atMost);
  }

  /**
   * A page of the list.
   *
   * @param everything the filter that asks for nothing
   */
  <R extends Gathered> List<R> page(Lists lists, F everything, Finder<F, I, R> finder) {
    if (isOfNobody()) {
      return List.of();
    }
    return lists.page(
        scope.all() && filter.equals(everything),
        limit,
        new Lists.Ways<R>() {
          @Override
          public List<R> along(@Nullable Integer far) {
            return finder.list(DocumentQuestion.this.along(far == null ? limit : far));
          }

          @Override
          public List<R> gathered(@Nullable Integer atMost) {
            return finder.list(DocumentQuestion.this.gathered(atMost));
          }
        });
  }

  /** The statement that answers the question. */
  @FunctionalInterface
  interface Finder<F, I, R> {
    List<R> list(DocumentQuestion<F, I> question);
  }
}
