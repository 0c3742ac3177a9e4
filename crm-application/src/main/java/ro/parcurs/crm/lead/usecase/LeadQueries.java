package ro.parcurs.crm.lead.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.work.Count;

/**
 * Lists of leads, made by the store itself. All questions find the same: the leads in the scope in
 * which every word of the filter's text stands ({@link LeadSearch}), and that are as the rest of it
 * asks. When there is none, and the store can, the words may also be misspelt: then those leads are
 * found in which something like each word stands.
 */
public interface LeadQueries {

  /**
   * A page of the leads in the scope that the filter asks for.
   *
   * @param now what is overdue is so at this moment
   * @param after where the page before ended, in the same order; empty for the first page
   * @param limit at least 1
   */
  List<LeadListItem> list(
      LeadScope scope,
      LeadFilter filter,
      Instant now,
      LeadOrder order,
      Optional<LeadCursor> after,
      int limit);

  /** How many leads in the scope the filter asks for. */
  Count count(LeadScope scope, LeadFilter filter, Instant now);
}
