package ro.parcurs.crm.error;

import java.util.Map;

/** There is no such thing, or the actor may not know that there is. */
public final class NotFound extends Refusal {

  private static final long serialVersionUID = 1L;

  /**
   * @param id the identity that was asked for, as text
   */
  public NotFound(Subject subject, Object id) {
    super(Map.of("subject", subject, "id", id.toString()));
  }
}
