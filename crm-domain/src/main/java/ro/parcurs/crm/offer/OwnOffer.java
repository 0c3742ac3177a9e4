package ro.parcurs.crm.offer;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** The author of an offer does not approve it (spec section 7), unless the policy says so. */
public final class OwnOffer extends Refusal {

  private static final long serialVersionUID = 1L;

  public OwnOffer(OfferNumber number) {
    super(Map.of("number", number.toString()));
  }
}
