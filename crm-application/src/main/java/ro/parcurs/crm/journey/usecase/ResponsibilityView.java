package ro.parcurs.crm.journey.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.Deadline;
import ro.parcurs.crm.pursuit.Ending;
import ro.parcurs.crm.pursuit.Outcome;
import ro.parcurs.crm.pursuit.Progress;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.ResponsibilityState;
import ro.parcurs.crm.pursuit.Step;

/**
 * A responsibility, as shown.
 *
 * @param assigneeName the assignee's name today
 * @param late whether it is open and its deadline past
 * @param daysLeft days of the calendar until the deadline; negative when past
 * @param ways how it can be closed, with what is missing; none unless it is open
 */
public record ResponsibilityView(
    ResponsibilityId id,
    Version version,
    LeadId lead,
    PursuitId pursuit,
    Step step,
    ResponsibilityState state,
    UserId assignee,
    String assigneeName,
    Deadline deadline,
    boolean late,
    long daysLeft,
    Progress progress,
    Optional<Ending> ending,
    Stamp opened,
    List<WayView> ways) {

  public ResponsibilityView {
    ways = List.copyOf(ways);
  }

  public boolean isOpen() {
    return state == ResponsibilityState.OPEN;
  }

  /** The outcome with which it was closed. */
  public Optional<Outcome> outcome() {
    return ending
        .filter(Ending.Closed.class::isInstance)
        .map(closed -> ((Ending.Closed) closed).closure().outcome());
  }
}
