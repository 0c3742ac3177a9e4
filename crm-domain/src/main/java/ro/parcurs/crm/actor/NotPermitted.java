package ro.parcurs.crm.actor;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** The access policy does not let the actor do this. */
public final class NotPermitted extends Refusal {

  private static final long serialVersionUID = 1L;

  public NotPermitted(Actor actor, Permission permission) {
    super(Map.of("actor", actor.name(), "permission", permission));
  }
}
