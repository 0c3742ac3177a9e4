package ro.parcurs.crm.contract.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.work.Work;

/** Shows one contract, with everything that is missing for it. */
public final class ShowContract {

  public record Query(@NotNull ContractId contract) {}

  private final Work work;
  private final Contracts contracts;
  private final ContractViews views;

  @Inject
  public ShowContract(Work work, Contracts contracts, ContractViews views) {
    this.work = work;
    this.contracts = contracts;
    this.views = views;
  }

  /**
   * @throws NotFound when there is no such contract
   * @throws NotPermitted when the actor may not see its lead
   */
  public ContractView handle(Actor actor, Query query) {
    return work.reading(query, () -> views.view(actor, contracts.get(query.contract())));
  }
}
