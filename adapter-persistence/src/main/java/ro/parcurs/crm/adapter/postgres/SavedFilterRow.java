package ro.parcurs.crm.adapter.postgres;

import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.usecase.LeadSort;
import ro.parcurs.crm.lead.usecase.SavedFilterId;

/** A row of {@code saved_filter}. */
record SavedFilterRow(
    SavedFilterId id,
    UserId userId,
    String name,
    String filter,
    LeadSort sort,
    boolean descending) {}
