package ro.parcurs.crm.contract.usecase;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.ContractWarning;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.lead.usecase.RegistrySnapshot;
import ro.parcurs.crm.lead.usecase.RegistrySnapshots;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.usecase.AcceptedOffers;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;

/** From contracts to what is shown of them. Thread-safe. */
public final class ContractViews {

  private final LeadGate gate;
  private final AcceptedOffers offers;
  private final RegistrySnapshots registry;
  private final Responsibilities responsibilities;
  private final Clock clock;

  @Inject
  public ContractViews(
      LeadGate gate,
      AcceptedOffers offers,
      RegistrySnapshots registry,
      Responsibilities responsibilities,
      Clock clock) {
    this.gate = gate;
    this.offers = offers;
    this.registry = registry;
    this.responsibilities = responsibilities;
    this.clock = clock;
  }

  /** The contract, past the access policy of its lead. */
  ContractView view(Actor actor, Contract contract) {
    Lead lead = gate.open(actor, Permission.SEE_LEAD, contract.lead());
    Optional<RegistrySnapshot> said = registry.findNewest(lead.id());
    CompanyProfile client =
        said.map(answer -> answer.company().confirm(lead.company())).orElse(lead.company());
    boolean open =
        contracting(lead.id())
            .filter(responsibility -> responsibility.pursuit().equals(contract.pursuit()))
            .isPresent();
    List<ContractWarning> warnings =
        open
            ? contract.warnings(
                client, offers.find(contract.pursuit()).map(Offer::id), clock.instant())
            : List.of();
    Contract.Snapshot state = contract.snapshot();
    return new ContractView(
        state.id(),
        state.version(),
        state.lead(),
        lead.company().name(),
        lead.cui(),
        state.pursuit(),
        state.terms(),
        state.value(),
        state.signedFile(),
        warnings,
        said.map(RegistrySnapshot::answeredAt),
        open,
        gate.permits(actor, Permission.PURSUE_LEAD, lead.id()),
        state.added(),
        state.changed());
  }

  /** The open contracting of a lead. */
  Optional<Responsibility> contracting(LeadId lead) {
    return responsibilities.findOpen(lead).filter(ContractViews::isContracting);
  }

  static boolean isContracting(Responsibility responsibility) {
    return responsibility.step() == Step.CONTRACTING;
  }
}
