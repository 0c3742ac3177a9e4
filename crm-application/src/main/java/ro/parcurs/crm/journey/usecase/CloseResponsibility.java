package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.pursuit.Closure;
import ro.parcurs.crm.pursuit.Deadline;
import ro.parcurs.crm.pursuit.NotYet;
import ro.parcurs.crm.pursuit.RefusalReason;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.usecase.RefusalReasons;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.pursuit.usecase.ResponsibilityGate;
import ro.parcurs.crm.timeline.LeadEvent;
import ro.parcurs.crm.timeline.PursuitChanged.ResponsibilityClosed;
import ro.parcurs.crm.timeline.PursuitChanged.ResponsibilityOpened;
import ro.parcurs.crm.validation.Given;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Closes a responsibility (the green button) and does all that follows from how it ended. */
public final class CloseResponsibility {

  /**
   * @param seen the version of the responsibility that the author of the command has seen
   */
  public record Command(
      @NotNull ResponsibilityId responsibility, @NotNull Version seen, @NotNull @Valid Way way) {}

  /**
   * What came of it.
   *
   * @param opened the responsibility that it opened
   * @param lead where the lead stands now
   * @param order the client order that was placed
   */
  public record Result(
      ResponsibilityId closed,
      Optional<ResponsibilityId> opened,
      LeadState lead,
      Optional<OrderId> order) {}

  private final Work work;
  private final Journal journal;
  private final ResponsibilityGate gate;
  private final Responsibilities responsibilities;
  private final DocumentStandings documents;
  private final PursuitEnd end;
  private final RefusalReasons reasons;
  private final Users users;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public CloseResponsibility(
      Work work,
      Journal journal,
      ResponsibilityGate gate,
      Responsibilities responsibilities,
      DocumentStandings documents,
      PursuitEnd end,
      RefusalReasons reasons,
      Users users,
      Ids ids,
      Clock clock) {
    this.work = work;
    this.journal = journal;
    this.gate = gate;
    this.responsibilities = responsibilities;
    this.documents = documents;
    this.end = end;
    this.reasons = reasons;
    this.users = users;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @throws InvalidInput with every fault
   * @throws NotFound when there is no such responsibility, or user to have the next one
   * @throws NotPermitted when the actor may not work on the lead
   * @throws ConcurrentChange when somebody was first; it tells who and when
   * @throws NoSuchTransition when it is not open, or its step is never closed so
   * @throws NotYet with everything that is missing
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(caller, command, () -> close(caller.actor(), command));
  }

  private Result close(Actor actor, Command command) {
    Responsibility open =
        gate.lock(actor, Permission.PURSUE_LEAD, command.responsibility(), command.seen());
    Stamp by = journal.stamp(actor);
    Closure closure = closure(command.way(), open);
    Responsibility closed = open.close(closure, documents.of(open.lead(), open.pursuit()), by);
    Optional<Responsibility> next = closed.followUp(new ResponsibilityId(ids.next()));

    responsibilities.save(closed);
    next.ifPresent(responsibilities::add);
    List<LeadEvent> events = new ArrayList<>();
    events.add(
        new ResponsibilityClosed(
            closed.id(), closed.step(), closure.outcome(), closed.progress().summary()));
    next.map(this::opened).ifPresent(events::add);

    PursuitEnd.Consequences consequences = end.follow(closed, closure, by);
    events.addAll(consequences.events());
    journal.write(by, closed.lead(), Optional.of(closed.pursuit()), events);
    return new Result(
        closed.id(), next.map(Responsibility::id), consequences.lead(), consequences.order());
  }

  private Closure closure(Way way, Responsibility open) {
    if (way instanceof Way.OpenNext next) {
      return new Closure.OpenNext(
          Optional.ofNullable(next.assignee()).orElse(open.assignee()),
          new Deadline(Objects.requireNonNull(next.deadline())),
          next.expiryConfirmed());
    }
    if (way instanceof Way.Postponed later) {
      return new Closure.Postponed(
          open.deadline().onDay(Objects.requireNonNull(later.until()), clock.getZone()));
    }
    if (way instanceof Way.Refused no) {
      return new Closure.Refused(reason(no));
    }
    return new Closure.Completed();
  }

  private RefusalReason reason(Way.Refused no) {
    if (Given.text(no.reason()).isEmpty() && Given.text(no.text()).isEmpty()) {
      throw InvalidInput.of("way.reason", "required");
    }
    RefusalReason reason = new RefusalReason(Given.text(no.reason()), Given.text(no.text()));
    reasons.check("way.reason", reason);
    return reason;
  }

  private ResponsibilityOpened opened(Responsibility next) {
    return new ResponsibilityOpened(
        next.id(),
        next.step(),
        next.assignee(),
        users.get(next.assignee()).name(),
        next.deadline().at());
  }
}
