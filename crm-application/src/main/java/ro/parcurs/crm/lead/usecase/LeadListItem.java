package ro.parcurs.crm.lead.usecase;

import java.time.Instant;
import java.util.Optional;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.LeadSource;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.Priority;

/**
 * A line of the list of leads.
 *
 * @param nameKey what the name is ordered by
 * @param contact the name of the primary contact person
 * @param phone the company's
 */
public record LeadListItem(
    LeadId id,
    Version version,
    Cui cui,
    String name,
    String nameKey,
    County county,
    String locality,
    LeadState state,
    Priority priority,
    Optional<LeadSource> source,
    Optional<UserId> owner,
    Optional<String> contact,
    Optional<PhoneNumber> phone,
    Optional<OpenTask> task,
    Instant addedAt,
    Instant changedAt) {}
