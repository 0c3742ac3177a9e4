package ro.parcurs.crm.lead;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** No registry of companies is connected that could be asked about all of them. */
public final class RegistryNotConnected extends Refusal {

  private static final long serialVersionUID = 1L;

  public RegistryNotConnected() {
    super(Map.of());
  }
}
