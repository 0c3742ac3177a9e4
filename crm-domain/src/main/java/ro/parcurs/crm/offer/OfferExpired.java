package ro.parcurs.crm.offer;

import java.time.LocalDate;
import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** The offer's validity is past: it can be revised, not sent. */
public final class OfferExpired extends Refusal {

  private static final long serialVersionUID = 1L;

  public OfferExpired(OfferNumber number, LocalDate validUntil) {
    super(Map.of("number", number.toString(), "validUntil", validUntil));
  }
}
