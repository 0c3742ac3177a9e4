package ro.parcurs.crm.timeline;

import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.file.Sha256;

/** What happened to a contract. */
public sealed interface ContractChanged extends LeadEvent {

  /** The contract was saved. */
  record ContractSaved(ContractId contract, String number) implements ContractChanged {}

  /**
   * The signed copy was attached.
   *
   * @param file its name
   * @param sha256 the digest of its content
   */
  record SignedFileAttached(ContractId contract, String number, String file, Sha256 sha256)
      implements ContractChanged {}
}
