package ro.parcurs.crm.error;

import java.util.Map;

/** A thing with the same unique key exists. */
public final class AlreadyExists extends Refusal {

  private static final long serialVersionUID = 1L;

  private final String existing;

  /**
   * @param key what has to be unique, as text: a fiscal code, an item code, a number
   * @param existing the identity of the thing that has it, so that the caller can open it
   */
  public AlreadyExists(Subject subject, Object key, Object existing) {
    super(Map.of("subject", subject, "key", key.toString(), "existing", existing.toString()));
    this.existing = existing.toString();
  }

  /** The identity of the thing that has the key. */
  public String existing() {
    return existing;
  }
}
