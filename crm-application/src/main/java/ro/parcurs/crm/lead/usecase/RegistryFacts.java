package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import java.util.Optional;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.company.VatStatus;
import ro.parcurs.crm.lead.LeadId;

/** What the registry says, and what becomes of it on a lead. Thread-safe. */
public final class RegistryFacts {

  private final CompanyRegistry registry;
  private final RegistrySnapshots snapshots;

  @Inject
  public RegistryFacts(CompanyRegistry registry, RegistrySnapshots snapshots) {
    this.registry = registry;
    this.snapshots = snapshots;
  }

  /** What it has said lately; nobody is asked. */
  Optional<RegistryEntry> recall(Cui cui) {
    return registry.recall(cui);
  }

  /** Keeps what it said with the lead; inside a unit of work. */
  void keep(LeadId lead, RegistryEntry entry) {
    snapshots.add(new RegistrySnapshot(lead, entry));
  }

  /** The newest that it said of the lead's company. */
  Optional<RegistrySnapshot> newest(LeadId lead) {
    return snapshots.findNewest(lead);
  }

  /**
   * What was filled in, confirmed where the registry agrees; where it doesn't, what was filled in
   * stays, unconfirmed.
   */
  static CompanyProfile confirmed(CompanyProfile company, RegistryEntry entry) {
    return company.withVat(
        company
            .vat()
            .map(
                declared ->
                    entry
                        .vatStatus()
                        .filter(said -> said.state() == declared.state())
                        .orElse(declared)));
  }

  /** The company with what the registry decides as the registry says; the rest stays. */
  static CompanyProfile corrected(CompanyProfile company, RegistryEntry entry) {
    Optional<VatStatus> vat = entry.vatStatus().or(company::vat);
    Optional<RegistryStatus> status = entry.status().or(company::registryStatus);
    return company.with(vat, status);
  }
}
