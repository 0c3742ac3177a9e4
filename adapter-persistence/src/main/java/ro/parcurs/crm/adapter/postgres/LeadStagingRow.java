package ro.parcurs.crm.adapter.postgres;

/** A row of {@code crm_lead_staging}: all that a lead's row is made from. */
record LeadStagingRow(LeadRow lead, String searchText, String nameKey) {}
