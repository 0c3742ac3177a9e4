package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.timeline.TimelineEntryId;

/**
 * A row of {@code timeline} as it is found, beside what the event log has of it.
 *
 * @param logged what the event of the same id is to it
 */
record StoredLink(
    TimelineEntryId id,
    LeadId lead,
    @Nullable PursuitId pursuit,
    String type,
    String payload,
    UserId changedBy,
    String changedByName,
    Instant changedAt,
    long place,
    Sha256 previous,
    Sha256 hash,
    Logged logged) {

  /** How an entry and the event of its id go together. */
  enum Logged {
    SAME,
    DIFFERENT,
    MISSING
  }

  /** Whether this entry is the one that belongs at a place, after an entry with that hash. */
  boolean fits(long atPlace, Sha256 after) {
    return place == atPlace && previous.equals(after) && hash.equals(hashAt(atPlace, after));
  }

  /** The hash that the entry would have at a place. */
  Sha256 hashAt(long atPlace, Sha256 after) {
    return ChainedRow.hash(
        new TimelineRow(id, lead, pursuit, type, payload, changedBy, changedByName, changedAt),
        atPlace,
        after);
  }
}
