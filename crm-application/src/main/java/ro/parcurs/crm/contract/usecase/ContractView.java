package ro.parcurs.crm.contract.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.ContractTerms;
import ro.parcurs.crm.contract.ContractValue;
import ro.parcurs.crm.contract.ContractWarning;
import ro.parcurs.crm.contract.SignedFile;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.PursuitId;

/**
 * A contract, as shown to one user.
 *
 * @param warnings what is missing for it, while the contracting is open; later what was missing
 *     then is no longer asked, and it is empty
 * @param registryAskedAt when the registry last said what the client is; empty when never
 * @param open whether it can be edited
 * @param mayChange whether the user may
 */
public record ContractView(
    ContractId id,
    Version version,
    LeadId lead,
    String leadName,
    Cui cui,
    PursuitId pursuit,
    ContractTerms terms,
    Optional<ContractValue> value,
    Optional<SignedFile> signedFile,
    List<ContractWarning> warnings,
    Optional<Instant> registryAskedAt,
    boolean open,
    boolean mayChange,
    Stamp added,
    Stamp changed) {

  public ContractView {
    warnings = List.copyOf(warnings);
  }
}
