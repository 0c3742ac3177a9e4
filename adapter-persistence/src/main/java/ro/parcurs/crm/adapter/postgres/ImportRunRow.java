package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.lead.usecase.ImportRunId;
import ro.parcurs.crm.lead.usecase.ImportRunState;

/**
 * A row of {@code import_run}.
 *
 * @param fileHash in hexadecimal digits
 * @param document all of the run; its version is that of the row
 */
record ImportRunRow(
    ImportRunId id,
    String fileHash,
    ImportRunState state,
    String document,
    Version version,
    UserId begunBy,
    Instant begunAt,
    UserId changedBy,
    String changedByName,
    Instant changedAt) {}
