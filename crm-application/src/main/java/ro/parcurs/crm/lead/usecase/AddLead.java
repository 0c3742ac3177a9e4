package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.LeadChanged.LeadAdded;
import ro.parcurs.crm.validation.CrossCheck;
import ro.parcurs.crm.validation.ValidCui;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Adds a company that may become a client (<i>Adaugă</i>). The registry is not waited for; what it
 * has just said of the company, for <i>Preia</i>, is kept with the lead and confirms what agrees.
 */
public final class AddLead {

  /**
   * @param checkDigitAccepted whether a failing check digit of the fiscal code is accepted
   *     knowingly
   * @param owner who is in charge; putting anybody but oneself in charge takes {@link
   *     Permission#ASSIGN_LEAD}
   */
  @CrossCheck
  public record Command(
      @NotNull @ValidCui(checkDigit = false) @Nullable String cui,
      boolean checkDigitAccepted,
      @NotNull @Valid CompanyData company,
      @NotNull @Valid NotesData details,
      @Nullable UserId owner)
      implements CrossCheck.Carrier {

    @Override
    public void checkFields() {
      checkDigit(cui, checkDigitAccepted);
    }
  }

  private final Work work;
  private final Journal journal;
  private final Leads leads;
  private final RegistryFacts registry;
  private final Users users;
  private final AccessPolicy policy;
  private final Ids ids;

  @Inject
  public AddLead(
      Work work,
      Journal journal,
      Leads leads,
      RegistryFacts registry,
      Users users,
      AccessPolicy policy,
      Ids ids) {
    this.work = work;
    this.journal = journal;
    this.leads = leads;
    this.registry = registry;
    this.users = users;
    this.policy = policy;
    this.ids = ids;
  }

  /**
   * @throws InvalidInput with every fault
   * @throws AlreadyExists when there is a lead with the fiscal code, which it names
   * @throws NotFound when there is no such owner
   * @throws NotPermitted when the actor may not add leads, or not choose the owner
   */
  public LeadRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          Actor actor = caller.actor();
          policy.check(actor, Permission.ADD_LEAD);
          Optional<UserId> owner = Optional.ofNullable(command.owner());
          owner.ifPresent(user -> checkOwner(actor, user));
          Cui cui = Cui.unchecked(Objects.requireNonNull(command.cui()));
          leads
              .find(cui)
              .ifPresent(
                  existing -> {
                    throw new AlreadyExists(Subject.LEAD, cui, existing);
                  });
          Stamp by = journal.stamp(actor);
          Optional<RegistryEntry> said = registry.recall(cui);
          CompanyProfile company = command.company().profile(cui);
          Lead lead =
              Lead.add(
                  new LeadId(ids.next()),
                  said.map(entry -> entry.confirm(company)).orElse(company),
                  command.details().details(),
                  owner,
                  by);
          leads.add(lead);
          said.ifPresent(entry -> registry.keep(lead.id(), entry));
          journal.write(by, lead.id(), new LeadAdded(cui, lead.company().name()));
          return LeadRef.saved(lead);
        });
  }

  /** A failing check digit can be overridden, a wrong form cannot (spec section 3). */
  static void checkDigit(@Nullable String cui, boolean accepted) {
    if (cui != null && !accepted && Cui.isWellFormed(cui)) {
      Cui.of(cui);
    }
  }

  private void checkOwner(Actor actor, UserId owner) {
    if (!owner.equals(actor.id())) {
      policy.check(actor, Permission.ASSIGN_LEAD);
      users.get(owner);
    }
  }
}
