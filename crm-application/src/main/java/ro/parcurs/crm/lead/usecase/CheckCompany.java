package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.LeadChanged;
import ro.parcurs.crm.timeline.LeadDifferences;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Asks the registry anew what a lead's company is, as one does before a contract. What it decides,
 * VAT and the state of the company, becomes the lead's; name and address stay as they were filled
 * in. Whatever the registry answers is kept, and what changed goes on the timeline.
 */
public final class CheckCompany {

  public record Command(@NotNull LeadId lead) {}

  /** What came of asking; what the registry said of the company is kept with the lead. */
  public enum Finding {
    FOUND(RegistryAnswer.Found.class),
    NOT_FOUND(RegistryAnswer.NotFound.class),
    INVALID_CODE(RegistryAnswer.InvalidCode.class),
    RATE_LIMITED(RegistryAnswer.RateLimited.class),
    BLOCKED(RegistryAnswer.Blocked.class),
    UNAVAILABLE(RegistryAnswer.Unavailable.class),
    UNEXPECTED_ANSWER(RegistryAnswer.UnexpectedAnswer.class),
    NOT_CONNECTED(RegistryAnswer.NotConnected.class);

    private final Class<? extends RegistryAnswer> answer;

    Finding(Class<? extends RegistryAnswer> answer) {
      this.answer = answer;
    }

    static Finding of(RegistryAnswer answer) {
      return Stream.of(values())
          .filter(finding -> finding.answer.isInstance(answer))
          .findFirst()
          .orElseThrow();
    }

    /** The kind of answer that it stands for. */
    public Class<? extends RegistryAnswer> answer() {
      return answer;
    }
  }

  /**
   * @param changed how much it changed on the lead; only what was found changes anything
   */
  public record Result(Finding finding, int changed) {}

  private final Work work;
  private final Journal journal;
  private final Leads leads;
  private final LeadGate gate;
  private final CompanyRegistry registry;
  private final RegistryFacts facts;

  @Inject
  public CheckCompany(
      Work work,
      Journal journal,
      Leads leads,
      LeadGate gate,
      CompanyRegistry registry,
      RegistryFacts facts) {
    this.work = work;
    this.journal = journal;
    this.leads = leads;
    this.gate = gate;
    this.registry = registry;
    this.facts = facts;
  }

  /**
   * @throws NotFound when there is no such lead
   * @throws NotPermitted when the actor may not change it
   * @throws ConcurrentChange when somebody changed it at the same moment
   */
  public Result handle(Caller caller, Command command) {
    Cui cui =
        work.reading(
            command, () -> gate.open(caller.actor(), Permission.CHANGE_LEAD, command.lead()).cui());
    RegistryAnswer answer = registry.lookUpAnew(cui);
    return answer instanceof RegistryAnswer.Found found
        ? work.inTransaction(caller, command, () -> store(caller, command.lead(), found))
        : new Result(Finding.of(answer), 0);
  }

  private Result store(Caller caller, LeadId id, RegistryAnswer.Found found) {
    Lead lead = gate.open(caller.actor(), Permission.CHANGE_LEAD, id);
    int changed = apply(lead, found.company(), journal.stamp(caller.actor()));
    return new Result(Finding.FOUND, changed);
  }

  /**
   * Makes what the registry said the lead's; inside a unit of work.
   *
   * @return how much of it is new
   */
  int apply(Lead before, RegistryEntry entry, Stamp by) {
    CompanyProfile company = RegistryFacts.corrected(before.company(), entry);
    facts.keep(before.id(), entry);
    if (!RegistryFacts.isNews(before.company(), company)) {
      // The answer that was kept tells when it was asked. Whoever is editing isn't disturbed.
      return 0;
    }
    Lead after = before.edit(company, before.details(), by);
    leads.save(after);
    List<LeadChanged> changes = LeadDifferences.between(before, after);
    journal.write(by, after.id(), Optional.empty(), changes);
    return changes.size();
  }
}
