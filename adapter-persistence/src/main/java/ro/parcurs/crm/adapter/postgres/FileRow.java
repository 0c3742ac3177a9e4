package ro.parcurs.crm.adapter.postgres;

/** The content of a row of {@code stored_file}; handed over at once, never kept. */
@SuppressWarnings("ArrayRecordComponent") // lives only between the driver and FileContent
record FileRow(byte[] content) {}
