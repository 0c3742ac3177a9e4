package ro.parcurs.crm.offer;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** Nothing is connected that could send an e-mail; the offer can be handed over instead. */
public final class MailNotConnected extends Refusal {

  private static final long serialVersionUID = 1L;

  public MailNotConnected() {
    super(Map.of());
  }
}
