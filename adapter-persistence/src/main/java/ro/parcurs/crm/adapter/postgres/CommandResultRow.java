package ro.parcurs.crm.adapter.postgres;

import org.jspecify.annotations.Nullable;

/** A row of {@code command_result}. */
record CommandResultRow(String fingerprint, @Nullable String resultType, @Nullable String result) {}
