package ro.parcurs.crm.mail;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** Nothing is connected that could send an invitation, or write it for calendars. */
public final class InvitationsNotConnected extends Refusal {

  private static final long serialVersionUID = 1L;

  public InvitationsNotConnected() {
    super(Map.of());
  }
}
