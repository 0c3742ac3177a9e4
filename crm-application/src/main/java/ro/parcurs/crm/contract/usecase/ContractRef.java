package ro.parcurs.crm.contract.usecase;

import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.ContractId;

/** A contract as it was left by a command, for the next one. */
public record ContractRef(ContractId id, Version version) {

  /** The contract as it is once this copy of it is saved. */
  static ContractRef saved(Contract contract) {
    return new ContractRef(contract.id(), contract.version().next());
  }
}
