package ro.parcurs.crm.evaluation.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.work.Count;

/** Lists of evaluation sheets, made by the store itself. */
public interface SheetQueries {

  /**
   * A page of the sheets of leads in the scope that the filter asks for, the newest first.
   *
   * @param after the last sheet of the page before; empty for the first page
   * @param limit at least 1
   */
  List<SheetListItem> list(LeadScope scope, SheetFilter filter, Optional<SheetId> after, int limit);

  /** How many sheets of leads in the scope the filter asks for. */
  Count count(LeadScope scope, SheetFilter filter);
}
