package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.pursuit.Gate;
import ro.parcurs.crm.pursuit.Outcome;
import ro.parcurs.crm.pursuit.PursuitDocuments;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityState;
import ro.parcurs.crm.pursuit.Step;

/** From responsibilities to what is shown of them. Thread-safe. */
public final class ResponsibilityViews {

  private final DocumentStandings documents;
  private final Users users;
  private final Clock clock;

  @Inject
  public ResponsibilityViews(DocumentStandings documents, Users users, Clock clock) {
    this.documents = documents;
    this.users = users;
    this.clock = clock;
  }

  ResponsibilityView view(Responsibility responsibility) {
    boolean open = responsibility.state() == ResponsibilityState.OPEN;
    return new ResponsibilityView(
        responsibility.id(),
        responsibility.version(),
        responsibility.lead(),
        responsibility.pursuit(),
        responsibility.step(),
        responsibility.state(),
        responsibility.assignee(),
        users.nameOf(responsibility.assignee()),
        responsibility.deadline(),
        open && responsibility.deadline().isPast(clock.instant()),
        responsibility.deadline().daysLeft(LocalDate.now(clock), clock.getZone()),
        responsibility.progress(),
        responsibility.ending(),
        responsibility.opened(),
        open ? ways(responsibility) : List.of());
  }

  private List<WayView> ways(Responsibility open) {
    PursuitDocuments standing = documents.of(open.lead(), open.pursuit());
    return Gate.outcomesOf(open.step()).stream()
        .map(
            outcome ->
                new WayView(
                    outcome,
                    open.missingFor(outcome, standing, false).all(),
                    opens(open.step(), outcome)))
        .toList();
  }

  private static Optional<Step> opens(Step step, Outcome outcome) {
    return switch (outcome) {
      case OPEN_NEXT -> step.next();
      case POSTPONED -> Optional.of(step);
      case REFUSED, COMPLETED -> Optional.empty();
    };
  }
}
