package ro.parcurs.crm.work;

import java.util.Optional;
import java.util.UUID;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.timeline.DomainEvent;

/**
 * A domain event with what is known of it.
 *
 * @param id the same for the event and for the timeline entry that tells it
 */
public record EventRecord(
    UUID id, Optional<LeadId> lead, Optional<PursuitId> pursuit, Stamp stamp, DomainEvent event) {}
