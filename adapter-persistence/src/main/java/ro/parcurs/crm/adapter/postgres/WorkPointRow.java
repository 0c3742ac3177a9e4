package ro.parcurs.crm.adapter.postgres;

import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.PostalCode;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.WorkPointId;

/** A row of {@code work_point}. */
record WorkPointRow(
    WorkPointId id,
    LeadId lead,
    int position,
    String name,
    County county,
    String locality,
    String street,
    @Nullable PostalCode postalCode) {}
