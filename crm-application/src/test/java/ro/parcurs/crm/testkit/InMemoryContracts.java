package ro.parcurs.crm.testkit;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.usecase.Contracts;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.pursuit.PursuitId;

/** The contracts in memory. */
public final class InMemoryContracts implements Contracts {

  private final InMemoryAggregates<ContractId, Contract> contracts;

  public InMemoryContracts(InMemoryDatabase database) {
    contracts =
        new InMemoryAggregates<>(
            Subject.CONTRACT,
            database.table(),
            Contract::id,
            Contract::version,
            Contract::changed,
            InMemoryContracts::atVersion);
  }

  @Override
  public void add(Contract contract) {
    find(contract.pursuit())
        .ifPresent(
            existing -> {
              throw new AlreadyExists(Subject.CONTRACT, existing.terms().number(), existing.id());
            });
    requireFreeNumber(contract);
    contracts.add(contract);
  }

  @Override
  public Contract get(ContractId id) {
    return contracts.get(id);
  }

  @Override
  public Optional<Contract> find(PursuitId pursuit) {
    return all().stream().filter(contract -> contract.pursuit().equals(pursuit)).findFirst();
  }

  @Override
  public void save(Contract contract) {
    requireFreeNumber(contract);
    contracts.save(contract);
  }

  List<Contract> all() {
    return contracts.all();
  }

  private void requireFreeNumber(Contract contract) {
    all().stream()
        .filter(other -> !other.id().equals(contract.id()))
        .filter(other -> other.terms().number().equals(contract.terms().number()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new AlreadyExists(Subject.CONTRACT, other.terms().number(), other.id());
            });
  }

  private static Contract atVersion(Contract contract, Version version) {
    Contract.Snapshot state = contract.snapshot();
    return Contract.rebuild(
        new Contract.Snapshot(
            state.id(),
            state.lead(),
            state.pursuit(),
            state.terms(),
            state.value(),
            state.signedFile(),
            state.added(),
            state.changed(),
            version));
  }
}
