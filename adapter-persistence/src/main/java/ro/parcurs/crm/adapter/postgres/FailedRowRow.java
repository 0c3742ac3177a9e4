package ro.parcurs.crm.adapter.postgres;

/** A row of {@code import_failure}, without its run. */
record FailedRowRow(int rowNumber, String faults) {}
