package ro.parcurs.crm.pursuit;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** A responsibility cannot be closed in this way yet; tells everything that is missing, at once. */
public final class NotYet extends Refusal {

  private static final long serialVersionUID = 1L;

  private final transient Missing missing;

  public NotYet(Step step, Outcome outcome, Missing missing) {
    super(Map.of("step", step, "outcome", outcome, "missing", missing.all()));
    this.missing = missing;
  }

  /** What stands in the way. */
  public Missing missing() {
    return missing;
  }
}
