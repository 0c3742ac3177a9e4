package ro.parcurs.crm.change;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;
import ro.parcurs.crm.error.Subject;

/**
 * Somebody else changed the thing after the author of this command had read it; nothing was
 * overwritten.
 */
public final class ConcurrentChange extends Refusal {

  private static final long serialVersionUID = 1L;

  private final transient Stamp winner;

  /**
   * @param winner the change that came first
   */
  public ConcurrentChange(Subject subject, Object id, Stamp winner) {
    super(
        Map.of("subject", subject, "id", id.toString(), "who", winner.name(), "when", winner.at()));
    this.winner = winner;
  }

  /** Who was first, and when. */
  public Stamp winner() {
    return winner;
  }
}
