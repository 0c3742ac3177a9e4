package ro.parcurs.crm.offer;

import static ro.parcurs.crm.offer.OfferMove.ACCEPT;
import static ro.parcurs.crm.offer.OfferMove.APPROVE;
import static ro.parcurs.crm.offer.OfferMove.CHANGE;
import static ro.parcurs.crm.offer.OfferMove.DECLINE;
import static ro.parcurs.crm.offer.OfferMove.FINALISE;
import static ro.parcurs.crm.offer.OfferMove.HAND_OVER;
import static ro.parcurs.crm.offer.OfferMove.REFUSE;
import static ro.parcurs.crm.offer.OfferMove.REVISE;
import static ro.parcurs.crm.offer.OfferMove.SEND;
import static ro.parcurs.crm.offer.OfferMove.SUBMIT;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where one revision of an offer stands (spec section 7). That its validity is past is not a state
 * but a fact of the day, see {@link Offer#isExpired}.
 */
public enum OfferState {
  /** Being written. */
  DRAFT,
  /** Waiting for approval. */
  SUBMITTED,
  APPROVED,
  /** As it will be sent; immutable from here on. */
  FINALISED,
  /** The client has it. */
  SENT,
  ACCEPTED,
  REFUSED,
  /** A newer revision took its place. */
  SUPERSEDED;

  /** The one table of how states follow each other. What is not in it cannot happen. */
  private static final Map<OfferState, Map<OfferMove, OfferState>> TABLE =
      Map.of(
          DRAFT, Map.of(CHANGE, DRAFT, SUBMIT, SUBMITTED, REFUSE, REFUSED),
          SUBMITTED, Map.of(APPROVE, APPROVED, DECLINE, DRAFT, REFUSE, REFUSED),
          APPROVED, Map.of(FINALISE, FINALISED, REFUSE, REFUSED),
          FINALISED, Map.of(HAND_OVER, SENT, SEND, SENT, REVISE, SUPERSEDED, REFUSE, REFUSED),
          SENT, Map.of(SEND, SENT, ACCEPT, ACCEPTED, REFUSE, REFUSED, REVISE, SUPERSEDED));

  /** The state that the move leads to; empty where there is no such move from here. */
  public Optional<OfferState> after(OfferMove move) {
    return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(move));
  }

  /** Everything that can be done from here. */
  public Set<OfferMove> moves() {
    Set<OfferMove> moves = EnumSet.noneOf(OfferMove.class);
    moves.addAll(TABLE.getOrDefault(this, Map.of()).keySet());
    return moves;
  }

  /** Whether it can still come to a yes or a no; a pursuit has at most one such revision. */
  public boolean isLive() {
    return after(REFUSE).isPresent();
  }
}
