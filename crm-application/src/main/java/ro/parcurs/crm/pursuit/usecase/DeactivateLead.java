package ro.parcurs.crm.pursuit.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.timeline.LeadEvent;
import ro.parcurs.crm.timeline.PursuitChanged.LeadDeactivated;
import ro.parcurs.crm.timeline.PursuitChanged.ResponsibilityCancelled;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Gives the pursuit of a lead up; its open responsibility is cancelled. */
public final class DeactivateLead {

  /**
   * @param seen the version of the lead that the author of the command has seen
   */
  public record Command(@NotNull LeadId lead, @NotNull Version seen) {}

  /**
   * @param lead the lead's version now
   */
  public record Result(Version lead) {}

  private final Work work;
  private final Journal journal;
  private final LeadGate gate;
  private final Leads leads;
  private final Pursuits pursuits;
  private final Responsibilities responsibilities;

  @Inject
  public DeactivateLead(
      Work work,
      Journal journal,
      LeadGate gate,
      Leads leads,
      Pursuits pursuits,
      Responsibilities responsibilities) {
    this.work = work;
    this.journal = journal;
    this.gate = gate;
    this.leads = leads;
    this.pursuits = pursuits;
    this.responsibilities = responsibilities;
  }

  /**
   * @throws NotFound when there is no such lead
   * @throws NotPermitted when the actor may not deactivate it
   * @throws ConcurrentChange when the lead or its responsibility was changed meanwhile
   * @throws NoSuchTransition when the lead is not active
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(caller, command, () -> deactivate(caller.actor(), command));
  }

  private Result deactivate(Actor actor, Command command) {
    Lead lead = gate.open(actor, Permission.CHANGE_LEAD, command.lead(), command.seen());
    Stamp by = journal.stamp(actor);
    Lead inactive = lead.deactivate(by);
    List<LeadEvent> events = new ArrayList<>();

    // As when a responsibility is closed: the lead is written last, so that two never wait for
    // each other.
    responsibilities
        .lockOpen(lead.id())
        .ifPresent(
            open -> {
              Responsibility cancelled = open.cancel(by);
              responsibilities.save(cancelled);
              events.add(new ResponsibilityCancelled(cancelled.id(), cancelled.step()));
            });
    Pursuit pursuit =
        pursuits
            .findNewest(lead.id())
            .orElseThrow(() -> new NotFound(Subject.PURSUIT, lead.id()))
            .givenUp(by);
    pursuits.save(pursuit);
    leads.save(inactive);

    events.add(new LeadDeactivated(pursuit.number()));
    journal.write(by, lead.id(), Optional.of(pursuit.id()), events);
    return new Result(inactive.version().next());
  }
}
