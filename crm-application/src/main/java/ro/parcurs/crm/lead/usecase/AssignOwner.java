package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Puts a salesperson in charge of a lead, or nobody. */
public final class AssignOwner {

  /**
   * @param owner missing for nobody
   */
  public record Command(@NotNull LeadId lead, @NotNull Version seen, @Nullable UserId owner) {}

  private final Work work;
  private final LeadGate gate;
  private final OwnerAssignment assignment;

  @Inject
  public AssignOwner(Work work, Journal journal, Leads leads, LeadGate gate, Users users) {
    this.work = work;
    this.gate = gate;
    this.assignment = new OwnerAssignment(journal, leads, users);
  }

  /**
   * @throws NotFound when there is no such lead or user
   * @throws NotPermitted when the actor may not put others in charge
   * @throws ConcurrentChange when the lead was changed since it was seen
   */
  public LeadRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          Lead lead =
              gate.open(caller.actor(), Permission.ASSIGN_LEAD, command.lead(), command.seen());
          return assignment.assign(caller.actor(), lead, Optional.ofNullable(command.owner()));
        });
  }
}
