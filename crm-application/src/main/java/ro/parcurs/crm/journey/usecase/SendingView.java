package ro.parcurs.crm.journey.usecase;

import java.util.Optional;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.usecase.Envelope;

/**
 * A mail with an offer, and what became of it.
 *
 * @param envelope from whom to whom; empty once that was erased
 * @param awaitsDecision whether it was perhaps sent and the user may decide
 */
public record SendingView(Sending sending, Optional<Envelope> envelope, boolean awaitsDecision) {}
