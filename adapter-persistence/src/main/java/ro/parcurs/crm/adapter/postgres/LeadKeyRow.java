package ro.parcurs.crm.adapter.postgres;

import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.LeadId;

/** Who has a fiscal code. */
record LeadKeyRow(Cui cui, LeadId id) {}
