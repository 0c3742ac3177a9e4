package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.lead.LeadId;

/** Which version of a lead is stored, and who made it. */
record LeadVersionRow(
    LeadId id, Version version, UserId changedBy, String changedByName, Instant changedAt)
    implements Stamped {}
