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

  /** The company with what the registry decides as the registry says; the rest stays. */
  static CompanyProfile corrected(CompanyProfile company, RegistryEntry entry) {
    Optional<VatStatus> vat = entry.vatStatus().or(company::vat);
    return company.with(vat, status(company.registryStatus(), entry.status()));
  }

  /** Where the registry gives the same state without its date, the known date stays. */
  private static Optional<RegistryStatus> status(
      Optional<RegistryStatus> known, Optional<RegistryStatus> said) {
    return known
        .filter(
            before ->
                said.filter(now -> now.state() != before.state() || now.since().isPresent())
                    .isEmpty())
        .or(() -> said);
  }

  /** Whether the company has become something else; that it was asked about again is nothing. */
  static boolean isNews(CompanyProfile known, CompanyProfile corrected) {
    return !known.vat().map(VatStatus::state).equals(corrected.vat().map(VatStatus::state))
        || !known.registryStatus().equals(corrected.registryStatus());
  }
}
