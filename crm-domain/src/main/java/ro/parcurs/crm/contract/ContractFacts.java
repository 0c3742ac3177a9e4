package ro.parcurs.crm.contract;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.offer.OfferId;

/**
 * All that the warnings about a contract depend on.
 *
 * @param client what is known of the client's company
 * @param acceptedOffer the pursuit's accepted offer
 * @param now the moment at which one asks
 */
public record ContractFacts(
    Contract contract, CompanyProfile client, Optional<OfferId> acceptedOffer, Instant now) {

  public ContractFacts {
    Objects.requireNonNull(contract, "contract");
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(acceptedOffer, "acceptedOffer");
    Objects.requireNonNull(now, "now");
  }

  /** Whether the contract's value is that of the pursuit's accepted offer. */
  boolean isOnAcceptedOffer() {
    return acceptedOffer.isPresent()
        && acceptedOffer.equals(contract.value().map(ContractValue::offer));
  }
}
