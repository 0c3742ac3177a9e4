package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.pursuit.ContactMeans;
import ro.parcurs.crm.pursuit.ResponsibilityId;

/** A row of {@code contact_attempt}. */
record ContactAttemptRow(
    ResponsibilityId responsibility,
    int place,
    ContactMeans means,
    Instant at,
    @Nullable ContactPersonId person,
    @Nullable String note,
    UserId recordedBy,
    String recordedByName,
    Instant recordedAt) {}
