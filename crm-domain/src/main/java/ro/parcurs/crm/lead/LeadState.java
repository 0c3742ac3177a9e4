package ro.parcurs.crm.lead;

import java.util.Map;
import java.util.Optional;

/** Where a lead stands (spec section 3). */
public enum LeadState {
  /** Known, not worked on. */
  INACTIVE,
  /** A pursuit is under way. */
  ACTIVE,
  /** Its last pursuit ended with a contract. */
  CONTRACTED,
  /** Its last pursuit ended with a no. */
  REFUSED;

  /** The one table of how states follow each other. What is not in it cannot happen. */
  private static final Map<LeadState, Map<LeadMove, LeadState>> TABLE =
      Map.of(
          INACTIVE, Map.of(LeadMove.ACTIVATE, ACTIVE),
          ACTIVE,
              Map.of(
                  LeadMove.DEACTIVATE, INACTIVE,
                  LeadMove.CONTRACT, CONTRACTED,
                  LeadMove.REFUSE, REFUSED),
          CONTRACTED, Map.of(LeadMove.ACTIVATE, ACTIVE),
          REFUSED, Map.of(LeadMove.ACTIVATE, ACTIVE));

  /** The state that the move leads to; empty where there is no such move from here. */
  public Optional<LeadState> after(LeadMove move) {
    return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(move));
  }
}
