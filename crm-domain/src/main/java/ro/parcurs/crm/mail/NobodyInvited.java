package ro.parcurs.crm.mail;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** That a meeting won't take place is told to nobody, since nobody was invited to it. */
public final class NobodyInvited extends Refusal {

  private static final long serialVersionUID = 1L;

  public NobodyInvited() {
    super(Map.of());
  }
}
