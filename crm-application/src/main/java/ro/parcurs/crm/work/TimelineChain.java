package ro.parcurs.crm.work;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.lead.LeadId;

/**
 * Tells whether the timelines are as they were written (promise P23). The entries of each lead are
 * a chain: who changes, removes, adds or moves one past the {@link Timeline} leaves a break. The
 * event log, which has an event for each entry, tells where a chain was cut off. Not found is who
 * changes timeline, log and chain so that they fit each other again.
 */
public interface TimelineChain {

  /**
   * The leads that have, or had, a timeline, in an order of the store's own.
   *
   * @param after only what comes after this one; empty to begin
   * @param limit at least 1
   */
  List<LeadId> leads(Optional<LeadId> after, int limit);

  /**
   * Checks the timeline of a lead.
   *
   * @return the first place, from the oldest entry on, where it isn't as it was written; empty when
   *     it is whole
   */
  Optional<Break> firstBreak(LeadId lead);

  /**
   * Where a timeline isn't as it was written.
   *
   * @param place counted from 1, the oldest entry
   */
  record Break(LeadId lead, long place, Tampering tampering) {}

  /** What was done at a broken place. */
  enum Tampering {
    /** The entry says something else than was written. */
    CHANGED,
    /** The entry isn't there any more. */
    REMOVED,
    /** There is an entry that the event log doesn't know. */
    INSERTED,
    /** The entry that belongs here stands elsewhere. */
    REORDERED,
    /** From here on to the end, entries are gone. */
    CUT_OFF,
    /** The entry fits its chain, but the event log tells something else. */
    LOG_DIFFERS,
    /** All entries are whole, but what was remembered of the end of the chain isn't. */
    HEAD_CHANGED
  }
}
