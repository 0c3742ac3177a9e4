package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.Outcome;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.ResponsibilityState;
import ro.parcurs.crm.pursuit.Step;

/** A row of {@code responsibility}. */
record ResponsibilityRow(
    ResponsibilityId id,
    LeadId lead,
    PursuitId pursuit,
    Step step,
    ResponsibilityState state,
    UserId assignee,
    Instant deadline,
    @Nullable String summary,
    @Nullable Outcome outcome,
    @Nullable String closure,
    @Nullable UserId endedBy,
    @Nullable String endedByName,
    @Nullable Instant endedAt,
    UserId openedBy,
    String openedByName,
    Instant openedAt,
    Version version,
    UserId changedBy,
    String changedByName,
    Instant changedAt)
    implements Stamped {}
