package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.VatStatus;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadDetails;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.LeadDifferences;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Corrects what is known of a lead; every changed field goes on the timeline. */
public final class EditLead {

  /**
   * @param seen the version that the author of the change has seen
   */
  public record Command(
      @NotNull LeadId lead,
      @NotNull Version seen,
      @NotNull @Valid CompanyData company,
      @NotNull @Valid NotesData details) {}

  private final Work work;
  private final Journal journal;
  private final Leads leads;
  private final LeadGate gate;

  @Inject
  public EditLead(Work work, Journal journal, Leads leads, LeadGate gate) {
    this.work = work;
    this.journal = journal;
    this.leads = leads;
    this.gate = gate;
  }

  /**
   * @throws InvalidInput with every fault
   * @throws NotFound when there is no such lead
   * @throws NotPermitted when the actor may not change it
   * @throws ConcurrentChange when it was changed since it was seen
   */
  public LeadRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          Lead before =
              gate.open(caller.actor(), Permission.CHANGE_LEAD, command.lead(), command.seen());
          Stamp by = journal.stamp(caller.actor());
          CompanyProfile company = command.company().profile(before.cui());
          LeadDetails details = command.details().details();
          Lead after = before.edit(keepCheck(before.company(), company), details, by);
          if (after.company().equals(before.company()) && details.equals(before.details())) {
            return LeadRef.unchanged(before);
          }
          leads.save(after);
          journal.write(by, after.id(), Optional.empty(), LeadDifferences.between(before, after));
          return LeadRef.saved(after);
        });
  }

  /** What the registry said of VAT stays checked as long as nobody says otherwise. */
  static CompanyProfile keepCheck(CompanyProfile before, CompanyProfile after) {
    Optional<VatStatus> vat =
        after
            .vat()
            .map(now -> before.vat().filter(known -> known.state() == now.state()).orElse(now));
    return after.withVat(vat);
  }
}
