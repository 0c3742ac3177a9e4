package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Puts a salesperson in charge of many leads at once, whoever was before; the timelines tell who
 * that was. All of them or none.
 */
public final class AssignLeads {

  public static final int MAX_LEADS = 500;

  /**
   * @param owner missing for nobody
   */
  public record Command(
      @NotEmpty @Size(max = MAX_LEADS) Set<@NotNull LeadId> leads, @Nullable UserId owner) {}

  /**
   * @param assigned how many leads have another owner now
   */
  public record Result(int assigned) {}

  private final Work work;
  private final LeadGate gate;
  private final OwnerAssignment assignment;

  @Inject
  public AssignLeads(Work work, Journal journal, Leads leads, LeadGate gate, Users users) {
    this.work = work;
    this.gate = gate;
    this.assignment = new OwnerAssignment(journal, leads, users);
  }

  /**
   * @throws NotFound when one of the leads or the user is not there
   * @throws NotPermitted when the actor may not put others in charge of one of the leads
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          int assigned = 0;
          for (LeadId id : inOneOrder(command.leads())) {
            Lead lead = gate.open(caller.actor(), Permission.ASSIGN_LEAD, id);
            LeadRef after =
                assignment.assign(caller.actor(), lead, Optional.ofNullable(command.owner()));
            assigned += after.version().equals(lead.version()) ? 0 : 1;
          }
          return new Result(assigned);
        });
  }

  /** Two people who assign the same leads in different orders would wait for each other. */
  private static List<LeadId> inOneOrder(Set<LeadId> leads) {
    return leads.stream().sorted(Comparator.comparing(LeadId::toString)).toList();
  }
}
