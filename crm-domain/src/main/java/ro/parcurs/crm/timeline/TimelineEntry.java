package ro.parcurs.crm.timeline;

import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.PursuitId;

/**
 * One line of a lead's history: who, when, what. Entries are only ever added.
 *
 * @param pursuit the pursuit it belongs to, where it belongs to one
 */
public record TimelineEntry(
    TimelineEntryId id, LeadId lead, Optional<PursuitId> pursuit, Stamp stamp, LeadEvent event) {}
