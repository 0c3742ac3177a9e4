package ro.parcurs.crm.offer;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** While a pursuit negotiates, an offer is accepted by closing the negotiation, not by itself. */
public final class AcceptedByClosing extends Refusal {

  private static final long serialVersionUID = 1L;

  public AcceptedByClosing() {
    super(Map.of());
  }
}
