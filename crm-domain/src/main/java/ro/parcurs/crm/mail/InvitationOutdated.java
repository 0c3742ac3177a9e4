package ro.parcurs.crm.mail;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** The meeting is not, or no longer, as the invitation says. */
public final class InvitationOutdated extends Refusal {

  private static final long serialVersionUID = 1L;

  public InvitationOutdated() {
    super(Map.of());
  }
}
