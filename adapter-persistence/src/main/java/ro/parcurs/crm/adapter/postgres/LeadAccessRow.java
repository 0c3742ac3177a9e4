package ro.parcurs.crm.adapter.postgres;

import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.LeadId;

/** What decides who may open a lead. */
record LeadAccessRow(
    LeadId lead, @Nullable UserId owner, @Nullable UserId assignee, boolean inactive) {}
