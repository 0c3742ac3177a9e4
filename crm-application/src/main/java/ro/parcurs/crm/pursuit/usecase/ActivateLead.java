package ro.parcurs.crm.pursuit.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.pursuit.Deadline;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.timeline.LeadChanged.LeadPriorityChanged;
import ro.parcurs.crm.timeline.LeadChanged.OwnerChanged;
import ro.parcurs.crm.timeline.LeadEvent;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.PursuitChanged.ResponsibilityOpened;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Begins a pursuit (<i>Activează</i>): puts a salesperson in charge and opens their first
 * responsibility, due at the first contact.
 */
public final class ActivateLead {

  /**
   * @param seen the version of the lead that the author of the command has seen
   * @param owner who is in charge and has the first responsibility; putting anybody but oneself in
   *     charge takes {@link Permission#ASSIGN_LEAD}
   * @param firstContact its deadline
   * @param step which responsibility is opened; {@link Step#PROSPECT_CONTACT} when missing
   * @param priority stays as it is when missing
   */
  public record Command(
      @NotNull LeadId lead,
      @NotNull Version seen,
      @NotNull @Nullable UserId owner,
      @NotNull @FutureOrPresent @Nullable Instant firstContact,
      @Nullable Step step,
      @Nullable Priority priority) {}

  /**
   * @param lead the lead's version now
   */
  public record Result(Version lead, PursuitId pursuit, ResponsibilityId responsibility) {}

  private final Work work;
  private final Journal journal;
  private final LeadGate gate;
  private final Leads leads;
  private final Pursuits pursuits;
  private final Responsibilities responsibilities;
  private final Users users;
  private final Ids ids;

  @Inject
  public ActivateLead(
      Work work,
      Journal journal,
      LeadGate gate,
      Leads leads,
      Pursuits pursuits,
      Responsibilities responsibilities,
      Users users,
      Ids ids) {
    this.work = work;
    this.journal = journal;
    this.gate = gate;
    this.leads = leads;
    this.pursuits = pursuits;
    this.responsibilities = responsibilities;
    this.users = users;
    this.ids = ids;
  }

  /**
   * @throws NotFound when there is no such lead or user
   * @throws NotPermitted when the actor may not activate the lead, or not put that user in charge
   * @throws ConcurrentChange when the lead was changed since it was seen
   * @throws NoSuchTransition when it is active already
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(caller, command, () -> activate(caller.actor(), command));
  }

  private Result activate(Actor actor, Command command) {
    Lead lead = open(actor, command);
    UserId owner = Objects.requireNonNull(command.owner());
    requireMayPutInCharge(actor, lead, owner);
    String ownerName = users.get(owner).name();
    Stamp by = journal.stamp(actor);

    Priority priority = Optional.ofNullable(command.priority()).orElse(lead.details().priority());
    Lead active = lead.activate(owner, priority, by);
    leads.save(active);

    Pursuit pursuit =
        Pursuit.begin(new PursuitId(ids.next()), lead.id(), pursuits.findNewest(lead.id()), by);
    pursuits.add(pursuit);

    Responsibility first =
        Responsibility.open(
            new ResponsibilityId(ids.next()),
            lead.id(),
            pursuit.id(),
            Optional.ofNullable(command.step()).orElse(Step.PROSPECT_CONTACT),
            owner,
            new Deadline(Objects.requireNonNull(command.firstContact())),
            by);
    responsibilities.add(first);

    journal.write(
        by,
        lead.id(),
        Optional.of(pursuit.id()),
        whatHappened(lead, active, ownerName, pursuit, first));
    return new Result(active.version().next(), pursuit.id(), first.id());
  }

  /**
   * Of two agents who activate an unowned lead, the second one may no longer open it, since it is
   * the first one's: they are told who was first, not that they had no right.
   */
  private Lead open(Actor actor, Command command) {
    try {
      return gate.open(actor, Permission.CHANGE_LEAD, command.lead(), command.seen());
    } catch (NotPermitted refusal) {
      Lead now = leads.get(command.lead());
      if (now.state() == LeadState.ACTIVE && now.version().equals(command.seen().next())) {
        throw new ConcurrentChange(Subject.LEAD, now.id(), now.changed());
      }
      throw refusal;
    }
  }

  private void requireMayPutInCharge(Actor actor, Lead lead, UserId owner) {
    boolean stays = lead.owner().filter(owner::equals).isPresent();
    if (!stays && !owner.equals(actor.id())) {
      gate.check(actor, Permission.ASSIGN_LEAD, lead.id());
    }
  }

  private List<LeadEvent> whatHappened(
      Lead before, Lead after, String ownerName, Pursuit pursuit, Responsibility first) {
    List<LeadEvent> events = new ArrayList<>();
    if (!before.owner().equals(after.owner())) {
      events.add(
          new OwnerChanged(
              before.owner(),
              before.owner().map(users::nameOf),
              after.owner(),
              Optional.of(ownerName)));
    }
    if (before.details().priority() != after.details().priority()) {
      events.add(new LeadPriorityChanged(before.details().priority(), after.details().priority()));
    }
    events.add(new LeadActivated(pursuit.number()));
    events.add(
        new ResponsibilityOpened(
            first.id(), first.step(), first.assignee(), ownerName, first.deadline().at()));
    return events;
  }
}
