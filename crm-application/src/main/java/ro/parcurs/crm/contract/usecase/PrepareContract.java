package ro.parcurs.crm.contract.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.contract.ContractValue;
import ro.parcurs.crm.contract.NotInContracting;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.offer.usecase.AcceptedOffers;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** What the form of a contract begins with: the contract there is, or the value it will have. */
public final class PrepareContract {

  public record Query(@NotNull LeadId lead) {}

  /**
   * @param contract what was saved already
   * @param value of the accepted offer, which saving gives to the contract
   * @param today what a new contract may be dated
   */
  public record Result(
      PursuitId pursuit,
      Optional<ContractView> contract,
      Optional<ContractValue> value,
      LocalDate today) {}

  private final Work work;
  private final Journal journal;
  private final LeadGate gate;
  private final Contracts contracts;
  private final AcceptedOffers offers;
  private final ContractViews views;

  @Inject
  public PrepareContract(
      Work work,
      Journal journal,
      LeadGate gate,
      Contracts contracts,
      AcceptedOffers offers,
      ContractViews views) {
    this.work = work;
    this.journal = journal;
    this.gate = gate;
    this.contracts = contracts;
    this.offers = offers;
    this.views = views;
  }

  /**
   * @throws NotFound when there is no such lead
   * @throws NotPermitted when the actor may not pursue it
   * @throws NotInContracting when it has no open contracting
   */
  public Result handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          gate.check(actor, Permission.PURSUE_LEAD, query.lead());
          PursuitId pursuit =
              views.contracting(query.lead()).orElseThrow(NotInContracting::new).pursuit();
          return new Result(
              pursuit,
              contracts.find(pursuit).map(contract -> views.view(actor, contract)),
              offers.find(pursuit).map(ContractValue::of),
              journal.today());
        });
  }
}
