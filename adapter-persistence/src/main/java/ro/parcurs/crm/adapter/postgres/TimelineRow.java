package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.timeline.TimelineEntryId;

/** A row of {@code timeline}. */
record TimelineRow(
    TimelineEntryId id,
    LeadId lead,
    @Nullable PursuitId pursuit,
    String type,
    String payload,
    UserId changedBy,
    String changedByName,
    Instant changedAt)
    implements Stamped {}
