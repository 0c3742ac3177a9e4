package ro.parcurs.crm.access;

import java.util.Optional;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.LeadId;

/**
 * What an access policy needs to know about a lead.
 *
 * @param assignee who has the lead's open responsibility
 * @param inactive whether the lead is in the state INACTIVE
 */
public record LeadAccess(
    LeadId lead, Optional<UserId> owner, Optional<UserId> assignee, boolean inactive) {}
