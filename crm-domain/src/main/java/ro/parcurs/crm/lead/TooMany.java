package ro.parcurs.crm.lead;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;
import ro.parcurs.crm.error.Subject;

/** The lead has as many of these as it may have. */
public final class TooMany extends Refusal {

  private static final long serialVersionUID = 1L;

  public TooMany(Subject subject, int max) {
    super(Map.of("subject", subject, "max", max));
  }
}
