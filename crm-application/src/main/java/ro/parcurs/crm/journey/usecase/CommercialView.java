package ro.parcurs.crm.journey.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.lead.LeadId;

/**
 * All pursuits of a lead.
 *
 * @param pursuits the newest first
 * @param mayWork whether the actor may work on the open responsibility
 */
public record CommercialView(LeadId lead, List<PursuitView> pursuits, boolean mayWork) {

  public CommercialView {
    pursuits = List.copyOf(pursuits);
  }

  /** The lead's open responsibility. */
  public Optional<ResponsibilityView> open() {
    return pursuits.stream()
        .flatMap(pursuit -> pursuit.responsibilities().stream())
        .filter(ResponsibilityView::isOpen)
        .findFirst();
  }
}
