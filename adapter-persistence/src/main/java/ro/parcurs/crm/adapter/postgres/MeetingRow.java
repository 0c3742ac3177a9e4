package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.MeetingState;
import ro.parcurs.crm.pursuit.ResponsibilityId;

/**
 * A row of {@code meeting}.
 *
 * @param place its number within the responsibility, from 0
 * @param length how long it is to last, in minutes
 * @param location where it is held
 */
record MeetingRow(
    MeetingId id,
    ResponsibilityId responsibility,
    int place,
    MeetingState state,
    Instant at,
    long length,
    String location,
    String participants,
    @Nullable String minutes,
    int revision) {}
