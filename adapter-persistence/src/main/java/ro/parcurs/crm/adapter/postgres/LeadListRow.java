package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.LeadSource;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.pursuit.Step;

/** A line of a list of leads, with the lead's open responsibility. */
record LeadListRow(
    LeadId id,
    Version version,
    Cui cui,
    String name,
    String nameKey,
    County county,
    String locality,
    LeadState state,
    Priority priority,
    @Nullable LeadSource source,
    @Nullable UserId owner,
    @Nullable String contact,
    @Nullable PhoneNumber phone,
    @Nullable Step step,
    @Nullable UserId assignee,
    @Nullable Instant deadline,
    Instant addedAt,
    Instant changedAt,
    long candidates)
    implements Gathered {}
