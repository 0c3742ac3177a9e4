package ro.parcurs.crm.contract;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** The lead has no open contracting, in which alone a contract is drawn up and edited. */
public final class NotInContracting extends Refusal {

  private static final long serialVersionUID = 1L;

  public NotInContracting() {
    super(Map.of());
  }
}
