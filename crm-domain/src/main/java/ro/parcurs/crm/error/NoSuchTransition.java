package ro.parcurs.crm.error;

import java.util.Map;

/** The state of a thing does not allow the command; nothing was changed. */
public final class NoSuchTransition extends Refusal {

  private static final long serialVersionUID = 1L;

  /**
   * @param from the present state
   * @param command what was asked, as a verb or an outcome
   */
  public NoSuchTransition(Subject subject, Enum<?> from, Enum<?> command) {
    super(Map.of("subject", subject, "from", from, "command", command));
  }
}
