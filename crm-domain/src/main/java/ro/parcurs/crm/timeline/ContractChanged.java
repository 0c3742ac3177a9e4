package ro.parcurs.crm.timeline;

import ro.parcurs.crm.contract.ContractId;

/** What happened to a contract. */
public sealed interface ContractChanged extends LeadEvent {

  /** The contract was saved. */
  record ContractSaved(ContractId contract, String number) implements ContractChanged {}
}
