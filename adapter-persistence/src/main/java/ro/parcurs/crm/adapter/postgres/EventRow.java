package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.PursuitId;

/**
 * A row of {@code event_log}.
 *
 * @param place that of {@code event_place}; 0 while it has none
 */
record EventRow(
    UUID id,
    @Nullable LeadId lead,
    @Nullable PursuitId pursuit,
    String type,
    String payload,
    UserId changedBy,
    String changedByName,
    Instant changedAt,
    long place)
    implements Stamped {}
