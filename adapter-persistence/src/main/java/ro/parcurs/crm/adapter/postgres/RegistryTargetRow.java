package ro.parcurs.crm.adapter.postgres;

import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.LeadId;

/** What a refresh needs of a row of {@code lead}. */
record RegistryTargetRow(LeadId id, Cui cui) {}
