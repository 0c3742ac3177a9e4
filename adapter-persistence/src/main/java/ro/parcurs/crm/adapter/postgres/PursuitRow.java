package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.PursuitState;

/** A row of {@code pursuit}. */
record PursuitRow(
    PursuitId id,
    LeadId lead,
    int number,
    PursuitState state,
    @Nullable String refusalCode,
    @Nullable String refusalText,
    UserId begunBy,
    String begunByName,
    Instant begunAt,
    Version version,
    UserId changedBy,
    String changedByName,
    Instant changedAt)
    implements Stamped {}
