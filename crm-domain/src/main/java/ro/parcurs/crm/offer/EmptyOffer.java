package ro.parcurs.crm.offer;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** The offer offers nothing: it has no line that is in the total. */
public final class EmptyOffer extends Refusal {

  private static final long serialVersionUID = 1L;

  public EmptyOffer(OfferNumber number) {
    super(Map.of("number", number.toString()));
  }
}
