package ro.parcurs.crm.journey.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.pursuit.Gate;
import ro.parcurs.crm.pursuit.Outcome;
import ro.parcurs.crm.pursuit.Step;

/**
 * A way to close an open responsibility, and what is missing for it.
 *
 * @param missing constants that have a text; empty when the way is free
 * @param opens the step that it opens
 */
public record WayView(Outcome outcome, List<Enum<?>> missing, Optional<Step> opens) {

  public WayView {
    missing = List.copyOf(missing);
  }

  public boolean isFree() {
    return missing.isEmpty();
  }

  /** Whether all that is missing is that the actor confirms an expired offer. */
  public boolean needsConfirmation() {
    return missing.equals(List.of(Gate.OFFER_VALID_OR_CONFIRMED));
  }
}
