package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;

/** A row of {@code contact_person}. */
record ContactPersonRow(
    ContactPersonId id,
    LeadId lead,
    int position,
    String name,
    @Nullable String role,
    List<String> phones,
    List<String> emails,
    boolean isPrimary) {}
