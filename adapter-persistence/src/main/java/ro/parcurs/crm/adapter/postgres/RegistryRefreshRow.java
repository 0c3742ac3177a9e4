package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.RefreshState;
import ro.parcurs.crm.lead.usecase.RegistryRefreshId;

/** A row of {@code registry_refresh}. */
record RegistryRefreshRow(
    RegistryRefreshId id,
    Version version,
    RefreshState state,
    long total,
    long done,
    long changed,
    long failed,
    @Nullable LeadId cursorLead,
    @Nullable Instant busyUntil,
    UserId startedBy,
    String startedByName,
    Instant startedAt) {}
