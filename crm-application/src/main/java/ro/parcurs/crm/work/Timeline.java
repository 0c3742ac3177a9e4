package ro.parcurs.crm.work;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;

/** The history of each lead; entries are only ever added. */
public interface Timeline {

  /** Adds an entry; only inside a unit of work. */
  default void append(TimelineEntry entry) {
    append(List.of(entry));
  }

  /**
   * Adds entries, of any leads, in their order; only inside a unit of work. Inside it they can be
   * read at once; that one of them is refused may show only when the unit ends.
   */
  void append(List<TimelineEntry> entries);

  /**
   * The entries of a lead, newest first.
   *
   * @param before only what is older than this entry; empty to begin with the newest
   * @param limit at least 1
   */
  List<TimelineEntry> of(LeadId lead, Optional<TimelineEntryId> before, int limit);
}
