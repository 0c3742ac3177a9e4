package ro.parcurs.crm.evaluation.usecase;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/**
 * An evaluation sheet is added only inside an open responsibility of the step meeting and
 * evaluation (spec section 6), and the lead has none.
 */
public final class NoOpenEvaluation extends Refusal {

  private static final long serialVersionUID = 1L;

  public NoOpenEvaluation() {
    super(Map.of());
  }
}
