package ro.parcurs.crm.adapter.postgres;

/**
 * The row of {@code event_sequencer}, and how things stand now.
 *
 * @param lowTxid no transaction older than this one has an event without a place,
 * @param highPosition unless the event's position is above this one
 * @param oldestTxid the oldest transaction still under way
 * @param newestPosition the greatest position of an event that can be seen
 */
record SequencerRow(
    long lastPlace, long lowTxid, long highPosition, long oldestTxid, long newestPosition) {}
