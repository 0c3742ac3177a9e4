package ro.parcurs.crm.pursuit;

/**
 * Everything that the {@linkplain Gate gates} ask about, as plain data.
 *
 * @param contactAttempts how many the responsibility has, from 0
 * @param heldMeetings how many of the responsibility's meetings were held, from 0
 * @param expiryConfirmed whether the actor says that an expired offer stands all the same
 */
public record PursuitFacts(
    boolean summaryWritten,
    int contactAttempts,
    int heldMeetings,
    PursuitDocuments documents,
    boolean expiryConfirmed) {}
