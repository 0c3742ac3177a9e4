package ro.parcurs.crm.journey.usecase;

import java.util.Optional;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.SendingState;
import ro.parcurs.crm.mail.usecase.Envelope;

/**
 * A mail with an offer or about a meeting, and what became of it.
 *
 * @param envelope from whom to whom; empty once that was erased
 * @param awaitsDecision whether it was perhaps sent and the user may decide
 */
public record SendingView(Sending sending, Optional<Envelope> envelope, boolean awaitsDecision) {

  /**
   * As somebody sees it.
   *
   * @param mayDecide whether they may pursue its lead
   */
  static SendingView of(Sending sending, Optional<Envelope> envelope, boolean mayDecide) {
    return new SendingView(
        sending, envelope, mayDecide && sending.state() == SendingState.PERHAPS_SENT);
  }
}
