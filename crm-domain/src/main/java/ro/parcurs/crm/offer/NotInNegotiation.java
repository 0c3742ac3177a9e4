package ro.parcurs.crm.offer;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/**
 * Offers are made and changed only while a responsibility for offering and negotiating is open in
 * the lead's current pursuit; or, where the pursuit was begun at the contracting, there, until one
 * was accepted.
 */
public final class NotInNegotiation extends Refusal {

  private static final long serialVersionUID = 1L;

  public NotInNegotiation() {
    super(Map.of());
  }
}
