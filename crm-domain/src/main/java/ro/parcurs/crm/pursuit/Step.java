package ro.parcurs.crm.pursuit;

import java.util.Optional;

/** The four steps of a pursuit, in their order (spec section 4). */
public enum Step {
  /** Somebody speaks with the company for the first time. */
  PROSPECT_CONTACT,
  /** They meet, and what the client needs is put on a sheet. */
  MEETING_EVALUATION,
  /** A price offer is made, sent and negotiated. */
  OFFER_NEGOTIATION,
  /** What was agreed becomes a contract. */
  CONTRACTING;

  /** The step after this one; empty after the last. */
  public Optional<Step> next() {
    return switch (this) {
      case PROSPECT_CONTACT -> Optional.of(MEETING_EVALUATION);
      case MEETING_EVALUATION -> Optional.of(OFFER_NEGOTIATION);
      case OFFER_NEGOTIATION -> Optional.of(CONTRACTING);
      case CONTRACTING -> Optional.empty();
    };
  }
}
